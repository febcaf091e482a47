package fr.pixlti.tool.content.domain;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The files of a folder on a disk. What editors leave beside them (hidden files, copies that end with a tilde) is none of
 * the content.
 *
 * @param path absolute
 */
record FolderFiles(Path path) {

    /** What changes when a file is written. @param size in bytes */
    record Stamp(long size, FileTime written) {}

    /** Every file by its path below the folder, with slashes. */
    Map<String, Stamp> stamps() throws IOException {
        Map<String, Stamp> stamps = new TreeMap<>();
        Files.walkFileTree(path, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
                return isContent(each) || each.equals(path) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path each, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && isContent(each)) {
                    stamps.put(path.relativize(each).toString().replace('\\', '/'),
                            new Stamp(attributes.size(), attributes.lastModifiedTime()));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return stamps;
    }

    ContentFiles read(Set<String> names) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (String name : names) {
            files.put(name, Files.readAllBytes(path.resolve(name)));
        }
        return new ContentFiles(files);
    }

    private static boolean isContent(Path each) {
        Path last = each.getFileName();
        String name = last == null ? "" : last.toString();
        return !name.startsWith(".") && !name.endsWith("~");
    }
}
