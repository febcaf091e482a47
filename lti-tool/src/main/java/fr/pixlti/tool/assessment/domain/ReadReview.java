package fr.pixlti.tool.assessment.domain;

import fr.pixlti.tool.assessment.AssessmentId;
import fr.pixlti.tool.assessment.ReviewReaders;
import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Every answer of a test that is over, to read again: for its own person, and for those whom another room vouches for. */
@Component
public class ReadReview {

    private final Assessments assessments;
    private final SaidNeeds needs;
    private final ContentApi content;
    private final ObjectProvider<ReviewReaders> readers;
    private final Transactions transactions;

    ReadReview(Assessments assessments, SaidNeeds needs, ContentApi content, ObjectProvider<ReviewReaders> readers,
            Transactions transactions) {
        this.assessments = assessments;
        this.needs = needs;
        this.content = content;
        this.readers = readers;
        this.transactions = transactions;
    }

    /** @throws DomainError {@code assessment.not-found} for a test that is not over or not this reader's to see */
    public Read handle(AssessmentId id, PersonId reader) {
        return transactions.call(() -> {
            Assessment test = assessments.find(id).filter(found -> found.status() == Assessment.Status.COMPLETED)
                    .orElseThrow(() -> DomainError.notFound("assessment.not-found"));
            boolean own = test.person().equals(reader);
            String back = own
                    ? test.continueTo()
                    : readers.stream().map(each -> each.backFrom(id, test.person(), reader))
                            .flatMap(Optional::stream).findFirst()
                            .orElseThrow(() -> DomainError.notFound("assessment.not-found"));
            // Others see what everybody sees: what somebody needs is theirs to tell.
            Assessment shown = own ? test.suiting(needs.of(reader), null, null) : test;
            return new Read(new TakeTest.Review(shown, content.release(test.release()), assessments.answers(id)), own,
                    back);
        });
    }

    /**
     * @param own whether the reader's own answers
     * @param back path to go back to
     */
    public record Read(TakeTest.Review review, boolean own, String back) {}
}
