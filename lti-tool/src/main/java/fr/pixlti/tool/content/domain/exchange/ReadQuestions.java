package fr.pixlti.tool.content.domain.exchange;

import fr.pixlti.tool.shared.DomainError;
import java.util.List;

/** Reads a file of questions in whatever format it has. */
final class ReadQuestions {

    private ReadQuestions() {}

    /**
     * @param most questions
     * @throws DomainError {@code content.exchange-unknown}, {@code -unreadable}, {@code -unsafe}, {@code -empty},
     *     {@code -too-many}
     */
    static List<Question> in(byte[] file, int most) {
        QuestionSink sink = new QuestionSink(most);
        switch (ExchangeFormat.of(file)) {
            case MOODLE_XML -> MoodleXmlReader.read(file, sink);
            case GIFT -> GiftReader.read(file, sink);
            case QTI -> QtiReader.read(file, sink);
        }
        if (sink.questions().isEmpty()) {
            throw new DomainError("content.exchange-empty", DomainError.Kind.INVALID);
        }
        return sink.questions();
    }
}
