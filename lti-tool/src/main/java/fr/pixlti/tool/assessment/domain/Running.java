package fr.pixlti.tool.assessment.domain;

import fr.pixlti.tool.assessment.domain.Assessments.Answered;
import fr.pixlti.tool.assessment.domain.Assessments.Known;
import fr.pixlti.tool.assessment.domain.engine.KnowledgeElement;
import fr.pixlti.tool.shared.PersonId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All there is to a test under way: what the next answer is marked and the next question chosen from.
 *
 * @param answers in the order given
 * @param knowledge of the person in the competence, this test's own included
 */
record Running(Assessment test, List<Answered> answers, List<Known> knowledge) {

    /** Whether it is this person's turn to answer the question of that number. */
    boolean awaits(PersonId person, int position) {
        return test.person().equals(person) && test.status() == Assessment.Status.STARTED
                && test.answered() + 1 == position && test.currentSince() != null;
    }

    Running with(Assessment moved, Answered answer, List<KnowledgeElement> learnt) {
        List<Answered> all = new ArrayList<>(answers);
        all.add(answer);
        List<Known> known = new ArrayList<>(knowledge);
        for (KnowledgeElement element : learnt) {
            known.removeIf(old -> old.element().skill().equals(element.skill()));
            known.add(new Known(element, moved.id()));
        }
        return new Running(moved, all, known);
    }

    /** What became of an answer. @param now the test after it, absent when it changed nothing */
    record Answering(TakeTest.Screen screen, @Nullable Running now) {}
}
