package fr.pixlti.tool.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Supplier;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * The secret of the installation, {@code pixlti.secret}, from which every key at rest is derived: PBKDF2, because a
 * person may have chosen it, then HKDF with a purpose, so that no two uses share a key. All nodes need the same one.
 */
@Component
public class ToolSecret {

    private static final int ITERATIONS = 210_000;
    private static final int KEY_BYTES = 32;
    private static final byte[] SALT = "Pix LTI secret, version 1".getBytes(StandardCharsets.US_ASCII);

    /** Stretched beside the start: it takes some tenths of a second of a cold virtual machine. */
    private final Ahead<SecretKey> master;

    ToolSecret(ToolSettings settings) {
        String secret = settings.secret();
        String text = secret == null ? ownSecret(settings.dataDir()) : secret;
        this.master = Ahead.of("secret", () -> stretch(text));
    }

    /** A key of 256 bits for one purpose, derived when it is first asked for: the start need not wait for it. */
    public Supplier<SecretKey> key(String purpose, String algorithm) {
        return SingletonSupplier.of(() -> derive(purpose, algorithm));
    }

    private SecretKey derive(String purpose, String algorithm) {
        try {
            return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm,
                    HKDFParameterSpec.expandOnly(master.get(), purpose.getBytes(StandardCharsets.UTF_8), KEY_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 25 has HKDF", e);
        }
    }

    private static SecretKey stretch(String secret) {
        PBEKeySpec spec = new PBEKeySpec(secret.toCharArray(), SALT, ITERATIONS, KEY_BYTES * 8);
        try {
            byte[] bytes = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
            return new SecretKeySpec(bytes, "Generic");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has PBKDF2", e);
        } finally {
            spec.clearPassword();
        }
    }

    /** Made once; of two programs that start at the same moment on one folder, both use the same. */
    private static String ownSecret(Path directory) {
        Path file = directory.resolve("secret");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(directory);
                write(directory, file);
            }
            return Files.readString(file, StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("pixlti.secret is not set, and " + file + " cannot be used instead", e);
        }
    }

    private static void write(Path directory, Path file) throws IOException {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        boolean posix = Files.getFileStore(directory).supportsFileAttributeView("posix");
        FileAttribute<?>[] attributes = posix
                ? new FileAttribute<?>[]{
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
        Path whole = Files.createTempFile(directory, "secret", ".new", attributes);
        try {
            Files.writeString(whole, HexFormat.of().formatHex(random) + "\n", StandardCharsets.US_ASCII);
            // A link, unlike a move, never replaces and is never seen half written.
            Files.createLink(file, whole);
        } catch (FileAlreadyExistsException e) {
            // Another program was faster: its secret is the one.
            return;
        } finally {
            Files.delete(whole);
        }
    }
}
