package fr.pixlti.tool.content;

import fr.pixlti.tool.content.domain.Markdown;

/** Texts that people write in Markdown for others to read. */
public final class MarkdownText {

    private MarkdownText() {}

    /**
     * Safe HTML of such a text: CommonMark and tables; HTML, headings and pictures in it are shown as they were typed or
     * left out. Empty for an empty text.
     */
    public static String html(String markdown) {
        return markdown.isBlank() ? "" : Markdown.html(markdown, fault -> {
            // Authors of content are told; whoever writes a short text sees in its preview what becomes of it.
        });
    }
}
