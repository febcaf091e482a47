package fr.pixlti.tool.content.domain;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Takes a ZIP from outside to pieces in memory; nothing is ever written to a disk. What it says of itself is not
 * believed: sizes are counted while it is unpacked, and it is given up at the first limit that it passes.
 */
final class Unpacking {

    private static final String WHOLE = "ZIP";
    /** What systems add to a ZIP by themselves. */
    private static final Pattern CLUTTER = Pattern.compile("__MACOSX/.*|(.*/)?(\\.DS_Store|Thumbs\\.db|desktop\\.ini)");
    private static final int LONGEST_NAME = 200;
    /** Text that repeats itself shrinks to a twentieth; a thousandth is a bomb. */
    private static final int MOST_TIMES_LARGER = 100;
    private static final int SMALL = 1 << 20;
    private static final int CENTRAL_ENTRY = 0x02014b50;
    private static final int CENTRAL_HEADER = 46;
    private static final int UNIX = 3;
    private static final int FILE_KIND = 0xF000;
    private static final int LINK = 0xA000;

    private final byte[] zip;
    private final ReleaseSettings limits;
    private final Map<String, byte[]> files = new TreeMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private long unpacked;

    private Unpacking(byte[] zip, ReleaseSettings limits) {
        this.zip = zip;
        this.limits = limits;
    }

    /**
     * The files of a ZIP by path.
     *
     * @throws FaultyContent when it is none, too large, or has names or links that lead elsewhere
     */
    static Map<String, byte[]> of(byte[] zip, ReleaseSettings limits) {
        Unpacking unpacking = new Unpacking(zip, limits);
        try {
            unpacking.refuseLinks();
            unpacking.unpack();
        } catch (IOException | IllegalArgumentException e) {
            unpacking.fault(WHOLE, "this is not a ZIP file, or a damaged one");
        }
        if (!unpacking.faults.isEmpty()) {
            throw new FaultyContent(unpacking.faults.stream().sorted().toList());
        }
        return unpacking.files;
    }

    private void unpack() throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            int entries = 0;
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String name = entry.getName();
                if (++entries > limits.maxFiles()) {
                    fault(WHOLE, "the ZIP has more than " + limits.maxFiles() + " files");
                    return;
                }
                if (isSafe(name) && !name.endsWith("/") && !CLUTTER.matcher(name).matches()) {
                    byte[] bytes = bytes(in);
                    if (tooMuch()) {
                        return;
                    }
                    if (files.put(name, bytes) != null) {
                        fault(name, "this name stands twice in the ZIP");
                    }
                }
            }
            if (entries == 0) {
                fault(WHOLE, "this is not a ZIP file, or an empty one");
            }
        }
    }

    private boolean isSafe(String name) {
        String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        boolean safe = !path.isEmpty() && path.length() <= LONGEST_NAME && path.indexOf('\\') < 0
                && path.indexOf(':') < 0 && path.chars().noneMatch(Character::isISOControl)
                && List.of(path.split("/", -1)).stream().noneMatch(part -> Set.of("", ".", "..").contains(part));
        if (!safe) {
            fault(path.isEmpty() ? WHOLE : path.replaceAll("\\p{Cntrl}", "?"),
                    "this name leads elsewhere, or is none: paths go down from the top of the ZIP, with slashes");
        }
        return safe;
    }

    private byte[] bytes(ZipInputStream in) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            unpacked += read;
            out.write(buffer, 0, read);
            if (isTooMuch()) {
                break;
            }
        }
        return out.toByteArray();
    }

    private boolean isTooMuch() {
        return unpacked > limits.maxUnpacked().toBytes()
                || (unpacked > SMALL && unpacked > (long) zip.length * MOST_TIMES_LARGER);
    }

    private boolean tooMuch() {
        if (isTooMuch()) {
            fault(WHOLE, "unpacked, the ZIP has more than " + limits.maxUnpacked().toMegabytes()
                    + " MB, or more than " + MOST_TIMES_LARGER + " times its own size");
        }
        return isTooMuch();
    }

    /** Links are told by the directory at the end of a ZIP only. */
    private void refuseLinks() {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = zip.length - CENTRAL_HEADER; at >= 0; at--) {
            if (bytes.getInt(at) == CENTRAL_ENTRY && bytes.get(at + 5) == UNIX
                    && (bytes.getShort(at + 40) & FILE_KIND) == LINK) {
                int length = Math.min(Math.min(bytes.getShort(at + 28) & 0xFFFF, LONGEST_NAME),
                        zip.length - at - CENTRAL_HEADER);
                fault(new String(zip, at + CENTRAL_HEADER, length, java.nio.charset.StandardCharsets.UTF_8),
                        "this is a link, not a file");
                // One is enough to refuse it all; entries made to overlap could name thousands.
                return;
            }
        }
    }

    private void fault(String file, String message) {
        faults.add(new Fault(file, 1, message));
    }
}
