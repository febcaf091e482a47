package fr.pixlti.tool.content.domain;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/** What every simulator keeps to, as far as reading its files can tell. */
@NullMarked
final class SimulatorRules {

    private static final Pattern NAME = Pattern.compile("simulators/([a-z0-9-]+)/index\\.html");
    private static final String SKELETON = """
            <!DOCTYPE html>
            <html lang="fr">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>TITLE</title>
            <link rel="stylesheet" href="../common/simulator.css"><link rel="stylesheet" href="NAME.css"></head>
            <body><div id="simulator" tabindex="-1"></div><p id="said" role="status"></p>
            <script src="../common/simulator.js"></script><script src="NAME.js"></script></body>
            </html>
            """;
    /** What a frame without an origin, a network or dialogs cannot do, and what would let texts act as HTML. */
    private static final List<String> NOT_IN_SCRIPTS = List.of(
            "(?<![\\w.])(?:window\\.)?(?:alert|confirm|prompt|eval|fetch)\\(",
            "\\b(?:localStorage|sessionStorage|indexedDB|XMLHttpRequest|WebSocket|cookieStore)\\b",
            "document\\.cookie", "\\bnew Function\\b", "\\b(?:innerHTML|outerHTML|insertAdjacentHTML)\\b",
            "document\\.write", "setAttribute\\(\\s*[\"']style", "(?<![\\w.])import\\b", "(?<![\\w.])export\\b",
            "\\bpostMessage\\b");
    private static final List<String> NOT_IN_STYLES = List.of("@import",
            "url\\(\\s*[\"']?(?!data:|[\\w-]+\\.(?:svg|png))");

    private SimulatorRules() {}

    /** Names of the folders that are simulators. */
    static List<String> names(ContentFiles files) {
        return files.paths().stream().map(NAME::matcher).filter(Matcher::matches).map(found -> found.group(1)).toList();
    }

    /** What is wrong with a simulator, with file and line. */
    static List<String> faults(ContentFiles files, String name) {
        List<String> faults = new ArrayList<>();
        String folder = "simulators/" + name + "/";
        String page = text(files, folder + "index.html");
        Matcher title = Pattern.compile("<title>([^<>]{3,40})</title>").matcher(page);
        if (!title.find() || !page.strip()
                .equals(SKELETON.replace("TITLE", title.group(1)).replace("NAME", name).strip())) {
            faults.add(folder + "index.html:1: is not the skeleton, names apart:\n" + SKELETON.replace("NAME", name));
        }
        for (String file : List.of(name + ".js", name + ".css")) {
            if (!files.has(folder + file)) {
                faults.add(folder + file + ":1: the file is missing");
            }
        }
        for (String path : files.paths()) {
            if (path.startsWith(folder) && path.endsWith(".js")) {
                find(files, path, NOT_IN_SCRIPTS, faults);
            } else if (path.startsWith(folder) && path.endsWith(".css")) {
                find(files, path, NOT_IN_STYLES, faults);
            }
        }
        return faults;
    }

    private static void find(ContentFiles files, String path, List<String> patterns, List<String> faults) {
        String text = text(files, path);
        for (String pattern : patterns) {
            Matcher matcher = Pattern.compile(pattern).matcher(text);
            while (matcher.find()) {
                long line = 1 + text.substring(0, matcher.start()).chars().filter(c -> c == '\n').count();
                faults.add(path + ":" + line + ": not allowed here: " + matcher.group());
            }
        }
    }

    private static String text(ContentFiles files, String path) {
        return new String(files.bytes(path), StandardCharsets.UTF_8);
    }
}
