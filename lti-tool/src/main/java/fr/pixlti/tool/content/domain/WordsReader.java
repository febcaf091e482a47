package fr.pixlti.tool.content.domain;

import fr.pixlti.tool.content.Words;
import java.util.HashMap;
import java.util.Map;

/** Reads a text in French and English; a pack may go without the English one. */
final class WordsReader {

    private WordsReader() {}

    /** A required mapping of one line by language. @param longest in characters */
    static Words read(Entries entries, String key, int longest) {
        Map<String, String> texts = new HashMap<>();
        entries.map(key).ifPresent(languages -> {
            texts.put("fr", Typography.french(languages.text("fr", longest)));
            if (!languages.reading().lacks(languages, "en")) {
                texts.put("en", languages.text("en", longest));
            }
            languages.done();
        });
        return new Words(texts);
    }
}
