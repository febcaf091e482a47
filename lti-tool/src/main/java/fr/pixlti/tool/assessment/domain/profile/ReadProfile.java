package fr.pixlti.tool.assessment.domain.profile;

import fr.pixlti.tool.assessment.AssessmentApi.Scorecard;
import fr.pixlti.tool.assessment.AssessmentSettings;
import fr.pixlti.tool.assessment.AssessmentSettings.Rules;
import fr.pixlti.tool.assessment.domain.Assessments;
import fr.pixlti.tool.assessment.domain.Assessments.Known;
import fr.pixlti.tool.assessment.domain.Scorecards;
import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.Framework;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** All that is known of a person, competence by competence. */
@Component
public class ReadProfile {

    private static final int PIX_PER_LEVEL = 8;

    private final Assessments assessments;
    private final ContentApi content;
    private final AssessmentSettings settings;
    private final Transactions transactions;
    private final Clock clock;

    ReadProfile(Assessments assessments, ContentApi content, AssessmentSettings settings, Transactions transactions,
            Clock clock) {
        this.assessments = assessments;
        this.content = content;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Profile of(PersonId person) {
        return of(transactions.call(() -> assessments.knowledge(person)), content.current(),
                settings.at(clock.instant()));
    }

    private static Profile of(Map<String, List<Known>> known, ContentRelease release, Rules rules) {
        List<Scorecard> own = List.of();
        List<Scorecard> others = new ArrayList<>();
        for (Framework framework : release.frameworks()) {
            List<Scorecard> cards = cards(framework, known, release, rules);
            if (framework.id().equals(Framework.CRCN)) {
                own = cards;
            } else if (cards.stream().anyMatch(card -> card.assessed() > 0)) {
                others.addAll(cards);
            }
        }
        int pix = own.stream().mapToInt(Scorecard::pix).sum();
        long certifiable = own.stream().filter(card -> card.level() >= rules.certifiable().level()).count();
        return new Profile(pix, own.size() * rules.maxLevel() * PIX_PER_LEVEL, own, others, (int) certifiable,
                rules.certifiable());
    }

    private static List<Scorecard> cards(Framework framework, Map<String, List<Known>> known,
            ContentRelease release, Rules rules) {
        List<Scorecard> cards = new ArrayList<>();
        for (Framework.Area area : framework.areas()) {
            for (Framework.Competence competence : area.competences()) {
                cards.add(Scorecards.of(competence.code(), known.getOrDefault(competence.code(), List.of()), release,
                        rules));
            }
        }
        return cards;
    }
}
