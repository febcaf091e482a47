package fr.pixlti.tool.assessment.domain.profile;

import fr.pixlti.tool.assessment.AssessmentApi.Scorecard;
import fr.pixlti.tool.assessment.AssessmentSettings;
import fr.pixlti.tool.assessment.domain.Assessments;
import fr.pixlti.tool.assessment.domain.Scorecards;
import fr.pixlti.tool.assessment.domain.engine.KnowledgeElement;
import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.Framework;
import fr.pixlti.tool.content.Skill;
import fr.pixlti.tool.content.Topic;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One competence of a person, topic by topic. */
@Component
public class ReadCompetence {

    private final Assessments assessments;
    private final ContentApi content;
    private final AssessmentSettings settings;
    private final Transactions transactions;
    private final Clock clock;

    ReadCompetence(Assessments assessments, ContentApi content, AssessmentSettings settings,
            Transactions transactions, Clock clock) {
        this.assessments = assessments;
        this.content = content;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @throws DomainError {@code assessment.no-competence} for a code that no framework has */
    public Known of(PersonId person, String code) {
        ContentRelease release = content.current();
        Framework.Competence competence = release.competence(code)
                .orElseThrow(() -> DomainError.notFound("assessment.no-competence"));
        Framework.Area area = release.areaOf(code).orElseThrow();
        List<Assessments.Known> known = transactions.call(() -> assessments.knowledge(person, Set.of(code)));
        Map<String, KnowledgeElement> bySkill = HashMap.newHashMap(known.size());
        known.forEach(each -> bySkill.put(each.element().skill(), each.element()));
        return new Known(competence, area, Scorecards.of(code, known, release, settings.at(clock.instant())),
                release.topicsOf(code).stream().map(topic -> ladder(topic, bySkill)).toList());
    }

    private static Ladder ladder(Topic topic, Map<String, KnowledgeElement> known) {
        return new Ladder(topic, topic.skills().stream().map(skill -> new Rung(skill, state(known.get(skill.id()))))
                .toList());
    }

    private static State state(@Nullable KnowledgeElement element) {
        if (element == null) {
            return State.UNKNOWN;
        }
        return element.validated() ? State.VALIDATED : State.FAILED;
    }

    /** What is known of a person in a competence. */
    public record Known(Framework.Competence competence, Framework.Area area, Scorecard scorecard,
            List<Ladder> ladders) {}

    /** @param rungs by rising level */
    public record Ladder(Topic topic, List<Rung> rungs) {

        /** Whether one of its skills is held not to be known. */
        public boolean failed() {
            return rungs.stream().anyMatch(rung -> rung.state() == State.FAILED);
        }
    }

    public record Rung(Skill skill, State state) {}

    /** UNKNOWN: nothing was found out about it yet. */
    public enum State {
        VALIDATED, FAILED, UNKNOWN
    }
}
