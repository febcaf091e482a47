package fr.pixlti.tool.content.domain.exchange;

import java.io.Closeable;
import java.io.IOException;

/** Writes questions in one format. Closing ends the file, not the stream below. */
interface QuestionWriter extends Closeable {

    /** Whether the format can hold the question. */
    boolean holds(Question question);

    void write(Question question) throws IOException;
}
