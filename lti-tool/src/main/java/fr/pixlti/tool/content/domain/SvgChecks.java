package fr.pixlti.tool.content.domain;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A drawing scales to a phone, and neither runs nor loads anything. */
final class SvgChecks {

    private static final Pattern ACTIVE = Pattern
            .compile("(?i)<script|<foreignObject|\\son[a-z]+\\s*=|href\\s*=\\s*[\"'](?!#)|url\\(\\s*[\"']?(?!#)|@import");

    private SvgChecks() {}

    static List<Fault> of(String path, ContentFiles files) {
        List<Fault> faults = new ArrayList<>();
        if (path.endsWith(".svg")) {
            String svg = new String(files.bytes(path), StandardCharsets.UTF_8);
            if (!svg.contains("viewBox=")) {
                faults.add(new Fault(path, 1, "the drawing has no viewBox"));
            }
            Matcher active = ACTIVE.matcher(svg);
            if (active.find()) {
                int line = 1 + (int) svg.substring(0, active.start()).chars().filter(c -> c == '\n').count();
                faults.add(new Fault(path, line, "a drawing has no script, link or outside part: "
                        + active.group().strip()));
            }
        }
        return faults;
    }
}
