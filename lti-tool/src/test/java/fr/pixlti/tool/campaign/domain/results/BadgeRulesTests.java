package fr.pixlti.tool.campaign.domain.results;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.content.TargetProfile.Badge;
import fr.pixlti.tool.content.TargetProfile.CappedTopic;
import fr.pixlti.tool.content.TargetProfile.Criterion;
import fr.pixlti.tool.content.Words;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BadgeRulesTests {

    private static final Words WORDS = new Words(Map.of("fr", "Badge"));
    /** At least 60 % of the path's eight skills, and the one skill about addresses. */
    private static final Badge BOTH = new Badge("both", WORDS, WORDS, null, List.of(new Criterion(60, List.of()),
            new Criterion(100, List.of(new CappedTopic("address", 8)))));
    private static final BadgeRules RULES = BadgeRules.of(Paths.release(), Paths.CAPPED, List.of(BOTH));

    /** 5 of 8 = 0.625, two digits 0.63, 63 % ≥ 60 %; 1 of 1 = 100 %. */
    @Test
    void is_obtained_when_every_criterion_holds() {
        assertThat(RULES.results(Set.of("web1", "web2", "web3", "mail2", "address1")))
                .containsExactly(new BadgeResult(BOTH, true, 100));
    }

    /** 63 % of 60 % counts as 100, not more; 0 of 1 as 0: the mean is 50. */
    @Test
    void one_criterion_that_more_than_holds_does_not_make_up_for_another() {
        assertThat(RULES.results(Set.of("web1", "web2", "web3", "mail2", "mail3")))
                .containsExactly(new BadgeResult(BOTH, false, 50));
    }

    /** 3 of 8 = 0.375, two digits 0.38, 38 of 60 = 63.3 → 63; with 100 the mean is 81.5 → 82. */
    @Test
    void progress_is_the_rounded_mean_of_the_criteria() {
        assertThat(RULES.results(Set.of("web1", "web2", "address1")))
                .containsExactly(new BadgeResult(BOTH, false, 82));
    }

    /** Skills above the cap, and of topics that are not of the path, count for nothing: 0 of 8 and 0 of 1. */
    @Test
    void only_skills_that_the_criteria_mean_count() {
        assertThat(RULES.results(Set.of("web6", "mail7", "expert6", "other")))
                .containsExactly(new BadgeResult(BOTH, false, 0));
    }

    /** web1 to web4: 3 of 4 = 75 %. */
    @Test
    void a_threshold_exactly_reached_holds() {
        Badge web = new Badge("web", WORDS, WORDS, null,
                List.of(new Criterion(75, List.of(new CappedTopic("web", 4)))));
        Badge more = new Badge("more", WORDS, WORDS, null,
                List.of(new Criterion(76, List.of(new CappedTopic("web", 4)))));
        // 75 of 76 = 98.7 → 99
        assertThat(BadgeRules.of(Paths.release(), Paths.CAPPED, List.of(web, more))
                .results(Set.of("web1", "web2", "web3")))
                .containsExactly(new BadgeResult(web, true, 100), new BadgeResult(more, false, 99));
    }
}
