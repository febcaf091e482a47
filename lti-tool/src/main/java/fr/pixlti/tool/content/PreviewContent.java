package fr.pixlti.tool.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The content as operators look at it: the current release, or the folder that an author writes in. */
public interface PreviewContent {

    /** What stands now; a folder is read again when anything in it has changed. */
    Preview now();

    /**
     * A draw of a template.
     *
     * @param index from 0, below the number of draws
     */
    Drawn draw(Item template, int index);

    /**
     * @param release what can be shown: of a faulty folder, whatever can be answered
     * @param folder that it was read from, absent for the current release
     * @param mistakes in the folder, in the order of files and lines
     */
    record Preview(ContentRelease release, @Nullable String folder, List<Mistake> mistakes) {}

    /** @param item the first draw where the one asked for has mistakes */
    record Drawn(Item item, List<Mistake> mistakes) {}

    /**
     * Something to mend.
     *
     * @param file path below the folder
     * @param line from 1
     */
    record Mistake(String file, int line, String message) {}
}
