package fr.pixlti.tool.content.domain.exchange;

import fr.pixlti.tool.shared.DomainError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Unpacks somebody's archive in memory, within limits: nothing is written to a disk, so no name leads anywhere. */
final class ZipPackage {

    private static final int MOST_ENTRIES = 20_000;
    /** Question files and pictures do not shrink more than this; what does is made to fill memory. */
    private static final int MOST_TIMES = 20;
    private static final long ALWAYS_ALLOWED = 1 << 20;
    /** The tool runs with a heap of 192 MB. */
    private static final long MOST_BYTES = 64 << 20;

    private ZipPackage() {}

    /**
     * The files by name.
     *
     * @throws DomainError {@code content.exchange-unsafe} for names that leave the archive and for sizes out of
     *     proportion, {@code content.exchange-unreadable} when it is no archive
     */
    static Map<String, byte[]> unpacked(byte[] archive) {
        Map<String, byte[]> files = new HashMap<>();
        long left = Math.min(MOST_BYTES, Math.max(ALWAYS_ALLOWED, (long) archive.length * MOST_TIMES));
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                check(entry.getName(), files.size());
                byte[] bytes = entry.isDirectory() ? new byte[0] : zip.readNBytes((int) Math.min(left + 1, 1 << 30));
                left -= bytes.length;
                if (left < 0) {
                    throw unsafe();
                }
                if (!entry.isDirectory()) {
                    files.put(entry.getName(), bytes);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new DomainError("content.exchange-unreadable", DomainError.Kind.INVALID);
        }
        if (files.isEmpty()) {
            throw new DomainError("content.exchange-unreadable", DomainError.Kind.INVALID);
        }
        return files;
    }

    private static void check(String name, int entries) {
        boolean leaves = name.startsWith("/") || name.indexOf('\\') >= 0 || name.indexOf(':') >= 0
                || name.indexOf('\0') >= 0 || List.of(name.split("/")).contains("..");
        if (leaves || entries >= MOST_ENTRIES) {
            throw unsafe();
        }
    }

    private static DomainError unsafe() {
        return new DomainError("content.exchange-unsafe", DomainError.Kind.INVALID);
    }
}
