package fr.pixlti.tool.assessment.domain;

import fr.pixlti.tool.assessment.AssessmentApi.Scorecard;
import fr.pixlti.tool.assessment.AssessmentSettings.Rules;
import fr.pixlti.tool.assessment.domain.Assessments.Known;
import fr.pixlti.tool.assessment.domain.engine.KnowledgeElement;
import fr.pixlti.tool.assessment.domain.engine.Score;
import fr.pixlti.tool.content.ContentRelease;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How a person stands in a competence (pix.md §1, score and delays). */
public final class Scorecards {

    private Scorecards() {}

    /** @param known everything that is known of the person in this competence */
    public static Scorecard of(String competence, List<Known> known, ContentRelease release,
            Rules rules) {
        if (known.isEmpty()) {
            return new Scorecard(competence, 0, 0, rules.maxLevel(), 0, 0, null, null, null);
        }
        Map<String, KnowledgeElement> bySkill = HashMap.newHashMap(known.size());
        int validated = 0;
        Instant last = Instant.MIN;
        for (Known each : known) {
            KnowledgeElement element = each.element();
            bySkill.put(element.skill(), element);
            validated += element.validated() ? 1 : 0;
            last = element.at().isAfter(last) ? element.at() : last;
        }
        Score score = Score.of(release.skillsOf(competence), bySkill, rules.maxLevel());
        boolean somethingFailed = validated < known.size() && score.level() < rules.maxLevel();
        return new Scorecard(competence, score.pix(), score.level(), rules.maxLevel(), known.size(), validated, last,
                somethingFailed ? last.plus(rules.improveAfter()) : null, last.plus(rules.resetAfter()));
    }
}
