package fr.pixlti.tool.content.domain.exchange;

import fr.pixlti.tool.shared.DomainError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads a QTI package: its manifest lists the items; without one, every item in the archive is read. */
final class QtiReader {

    static final String CATEGORY = "category:";
    static final String TITLE = "title:";

    private QtiReader() {}

    static void read(byte[] archive, QuestionSink sink) {
        Map<String, byte[]> files = ZipPackage.unpacked(archive);
        byte[] manifest = files.get("imsmanifest.xml");
        Map<String, List<String>> items = new java.util.LinkedHashMap<>();
        if (manifest == null) {
            new TreeMap<>(files).keySet().stream().filter(path -> path.endsWith(".xml"))
                    .forEach(path -> items.put(path, List.of()));
        } else {
            for (XmlElement resource : SafeXml.whole(manifest).below("resource")) {
                if (resource.attribute("type").contains("item")) {
                    items.put(resource.attribute("href"), resource.below("keyword").stream()
                            .map(keyword -> keyword.text().strip()).toList());
                }
            }
        }
        items.forEach((path, keywords) -> item(path, keywords, files, sink));
        if (sink.questions().isEmpty()) {
            throw new DomainError("content.exchange-empty", DomainError.Kind.INVALID);
        }
    }

    private static void item(String path, List<String> keywords, Map<String, byte[]> files, QuestionSink sink) {
        byte[] bytes = files.get(path);
        if (bytes == null) {
            sink.take(new Question(Html.text(Html.escape(path)), "", List.of(), "", List.of(), "", "",
                    new Question.Foreign("missing"), List.of(), List.of(Remark.of(Note.NOT_FILE, path))));
            return;
        }
        XmlElement root = SafeXml.whole(bytes);
        if (!QtiNames.of(root).equals("assessmentitem")) {
            return;
        }
        List<String> tags = new ArrayList<>(keywords);
        String category = taken(tags, CATEGORY);
        String title = taken(tags, TITLE);
        sink.take(new QtiItem(root, path, files).question(Categories.parsed(category), title, tags));
    }

    private static String taken(List<String> tags, String prefix) {
        String found = tags.stream().filter(tag -> tag.startsWith(prefix)).findFirst().orElse("");
        tags.remove(found);
        return found.isEmpty() ? "" : found.substring(prefix.length());
    }
}
