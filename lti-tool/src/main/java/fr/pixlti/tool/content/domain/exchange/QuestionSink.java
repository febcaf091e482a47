package fr.pixlti.tool.content.domain.exchange;

import fr.pixlti.tool.shared.DomainError;
import java.util.ArrayList;
import java.util.List;

/** Takes what readers find, up to a number. */
final class QuestionSink {

    private final int most;
    private final List<Question> questions = new ArrayList<>();

    QuestionSink(int most) {
        this.most = most;
    }

    /** @throws DomainError {@code content.exchange-too-many} when it is one too many */
    void take(Question question) {
        if (questions.size() == most) {
            throw new DomainError("content.exchange-too-many", DomainError.Kind.INVALID, most);
        }
        questions.add(question);
    }

    List<Question> questions() {
        return questions;
    }
}
