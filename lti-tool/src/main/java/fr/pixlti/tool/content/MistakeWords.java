package fr.pixlti.tool.content;

import fr.pixlti.tool.content.PreviewContent.Mistake;
import java.util.List;
import java.util.Locale;

/** Mistakes in the operator's language. */
public interface MistakeWords {

    List<Said> say(List<Mistake> mistakes, Locale locale);

    /** @param language of the text: what no bundle has stays English */
    record Said(String file, int line, String text, String language) {}
}
