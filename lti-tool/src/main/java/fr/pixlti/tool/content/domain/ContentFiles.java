package fr.pixlti.tool.content.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The files of the content folder, held in memory: a few megabytes for a whole framework. */
public final class ContentFiles {

    private static final Pattern NOT_CONTENT = Pattern.compile("(simulators/[^/]+/)?README\\.md");

    private final SortedMap<String, byte[]> files;

    /** @param files content by path below the content folder, with slashes */
    public ContentFiles(Map<String, byte[]> files) {
        SortedMap<String, byte[]> copy = new TreeMap<>(files);
        copy.keySet().removeIf(path -> NOT_CONTENT.matcher(path).matches());
        this.files = Collections.unmodifiableSortedMap(copy);
    }

    /**
     * Every file below a folder, inside a jar too.
     *
     * @param folder a Spring resource location that ends with a slash, for example {@code classpath:content/}
     * @throws UncheckedIOException when the folder cannot be read
     */
    public static ContentFiles in(String folder) {
        try {
            PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
            String root = resolver.getResource(folder).getURL().toString();
            Map<String, byte[]> files = new TreeMap<>();
            for (Resource resource : resolver.getResources(folder + "**")) {
                String path = resource.getURL().toString().substring(root.length());
                if (!path.isEmpty() && !path.endsWith("/") && resource.isReadable()) {
                    files.put(path, resource.getContentAsByteArray());
                }
            }
            return new ContentFiles(files);
        } catch (IOException e) {
            throw new UncheckedIOException("The content folder " + folder + " cannot be read", e);
        }
    }

    /** The same files, those with the same bytes being one with those of the others in memory. */
    ContentFiles sharing(ContentFiles others) {
        Map<String, byte[]> shared = new TreeMap<>(files);
        shared.replaceAll((path, bytes) -> others.has(path) && Arrays.equals(bytes, others.bytes(path))
                ? others.bytes(path)
                : bytes);
        return new ContentFiles(shared);
    }

    Set<String> paths() {
        return files.keySet();
    }

    boolean has(String path) {
        return files.containsKey(path);
    }

    /** @throws IllegalArgumentException for an unknown path */
    byte[] bytes(String path) {
        byte[] bytes = files.get(path);
        if (bytes == null) {
            throw new IllegalArgumentException("The content has no file " + path);
        }
        return bytes;
    }

    /**
     * Eight hexadecimal digits that change with any name or byte of the content: of the SHA-256 of the list of names,
     * sizes and CRC-32. The list stands for the bytes, since hashing megabytes would delay a start, and eight digits
     * tell no more apart than a CRC-32 does.
     */
    String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((path, bytes) -> {
                CRC32 sum = new CRC32();
                sum.update(bytes);
                digest.update((path + ' ' + bytes.length + ' ' + sum.getValue() + '\n')
                        .getBytes(StandardCharsets.UTF_8));
            });
            return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), 4));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
