package fr.pixlti.tool.campaign.domain.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fr.pixlti.tool.content.TargetProfile.CappedTopic;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TargetTests {

    private static final Target TARGET = Target.of(Paths.release(), Paths.CAPPED);
    /** Web up to 2 (3 was failed, so 4 is held for failed), all of mail failed, the address failed. */
    private static final Outcome ANNA = TARGET.outcome(Set.of("web1", "web2"),
            Set.of("web1", "web2", "web3", "web4", "mail2", "mail3", "mail5", "address1"));
    /** Everything validated. */
    private static final Outcome BRUNO = TARGET.outcome(
            Set.of("web1", "web2", "web3", "web4", "mail2", "mail3", "mail5", "address1"), Set.of());

    @Test
    void only_skills_up_to_the_level_asked_are_meant_and_a_topic_without_any_is_left_out() {
        Target target = Target.of(Paths.release(), List.of(new CappedTopic("web", 3), new CappedTopic("expert", 5),
                new CappedTopic("gone", 8)));
        assertThat(target.skills()).isEqualTo(3);
        assertThat(target.maxLevel()).isEqualTo(3);
        assertThat(target.competences()).containsExactly("1.1");
        assertThat(target.areas()).containsExactly("1");
        assertThat(target.outcome(Set.of("web1", "web6", "expert6"), Set.of()).topics())
                .containsExactly(new TopicResult("web", "1.1", 3, 1, 1, 3, 1, 2));
    }

    @Test
    void nothing_tested_is_nothing_mastered() {
        Target target = Target.of(Paths.release(), List.of());
        assertThat(target.outcome(Set.of("web1"), Set.of()).mastery().percent()).isZero();
        assertThat(target.outcome(Set.of("web1"), Set.of()).recommendations()).isEmpty();
    }

    /** Anna: 2 of 8 skills, 25 %. */
    @Test
    void a_persons_skills_are_counted_by_topic_competence_and_area() {
        assertThat(ANNA.mastery()).isEqualTo(new Mastery(2, 8));
        assertThat(ANNA.mastery().percent()).isEqualTo(25);
        assertThat(ANNA.assessed()).isEqualTo(8);
        assertThat(ANNA.topics()).containsExactly(new TopicResult("web", "1.1", 4, 4, 2, 4, 2, 3),
                new TopicResult("mail", "2.1", 3, 3, 0, 5, 0, 2), new TopicResult("address", "1.1", 1, 1, 0, 1, 0, 1));
        // 1.1: web 4 skills + address 1; levels reached 2 and 0, mean 1
        assertThat(ANNA.byCompetence()).containsExactly(new PartResult("1.1", 5, 5, 2, 1.0, 4),
                new PartResult("2.1", 3, 3, 0, 0.0, 5));
        assertThat(ANNA.byArea()).containsExactly(new PartResult("1", 5, 5, 2, 1.0, 4),
                new PartResult("2", 3, 3, 0, 0.0, 5));
    }

    @Test
    void a_validated_skill_is_an_assessed_one_and_one_never_asked_is_not() {
        Outcome outcome = TARGET.outcome(Set.of("web1"), Set.of("web2"));
        assertThat(outcome.assessed()).isEqualTo(2);
        assertThat(outcome.mastery()).isEqualTo(new Mastery(1, 8));
    }

    /**
     * Anna, path of level 5. Web: 40·2/4 + 30·4/5 + 20·2/4 + 10·2/3 = 20 + 24 + 10 + 6.67 = 60.67. Mail: nothing
     * validated, 30·5/5 = 30. Address: 30·1/5 = 6.
     */
    @Test
    void what_to_work_on_comes_with_the_most_urgent_first() {
        List<Recommendation> all = ANNA.recommendations();
        assertThat(all).extracting(Recommendation::topic).containsExactly("address", "mail", "web");
        assertThat(all).extracting(Recommendation::dots).containsExactly(4, 3, 2);
        assertThat(all.get(0).score()).isEqualTo(6);
        assertThat(all.get(1).score()).isEqualTo(30);
        assertThat(all.get(2).score()).isCloseTo(60.6667, within(0.0001));
    }

    /** Bruno: web 40 + 30·4/5 + 20 + 10·4/4 = 94, mail 40 + 30 + 20 + 10·5/5 = 100, address 40 + 6 + 20 + 10·1/1 = 76. */
    @Test
    void who_has_everything_scores_high_and_less_so_on_easy_topics() {
        assertThat(BRUNO.recommendations()).containsExactly(new Recommendation("address", "1.1", 76, 1),
                new Recommendation("web", "1.1", 94, 1), new Recommendation("mail", "2.1", 100, 1));
    }

    /** Both: address (6 + 76)/2 = 41, mail (30 + 100)/2 = 65, web (60.67 + 94)/2 = 77.33. */
    @Test
    void a_cohorts_score_is_the_mean_of_its_members() {
        Cohort cohort = new Cohort(TARGET);
        cohort.add(ANNA);
        cohort.add(BRUNO);
        List<Recommendation> all = cohort.recommendations();
        assertThat(all).extracting(Recommendation::topic).containsExactly("address", "mail", "web");
        assertThat(all).extracting(Recommendation::dots).containsExactly(3, 2, 1);
        assertThat(all.get(0).score()).isEqualTo(41);
        assertThat(all.get(1).score()).isEqualTo(65);
        assertThat(all.get(2).score()).isCloseTo(77.3333, within(0.0001));
    }

    /** Anna 2 of 8 and Bruno 8 of 8: 10 of 16, 62.5 %, two digits 0.63. */
    @Test
    void a_cohorts_mastery_is_the_mean_of_its_members() {
        Cohort cohort = new Cohort(TARGET);
        cohort.add(ANNA);
        cohort.add(BRUNO);
        assertThat(cohort.people()).isEqualTo(2);
        assertThat(cohort.mastery()).isEqualTo(new Mastery(10, 16));
        assertThat(cohort.mastery().percent()).isEqualTo(63);
        // 1.1: (2 + 5) of 2·5 skills; levels: web 2 and 4, address 0 and 1: 7 over 4. 2.1: (0 + 3) of 2·3; 0 and 5.
        assertThat(cohort.byCompetence()).containsExactly(new CohortPart("1.1", 2, 5, 7, 1.75, 4),
                new CohortPart("2.1", 2, 3, 3, 2.5, 5));
        assertThat(cohort.byArea()).containsExactly(new CohortPart("1", 2, 5, 7, 1.75, 4),
                new CohortPart("2", 2, 3, 3, 2.5, 5));
        assertThat(cohort.byTopic()).containsExactly(new CohortPart("web", 2, 4, 6, 3, 4),
                new CohortPart("mail", 2, 3, 3, 2.5, 5), new CohortPart("address", 2, 1, 1, 0.5, 1));
        assertThat(cohort.byTopic().getFirst().mastery().percent()).isEqualTo(75);
        assertThat(cohort.byTopic().getFirst().meanValidated()).isEqualTo(3);
    }

    @Test
    void nobody_is_no_cohort() {
        Cohort cohort = new Cohort(TARGET);
        assertThat(cohort.recommendations()).isEmpty();
        assertThat(cohort.byTopic()).isEmpty();
        assertThat(cohort.mastery().percent()).isZero();
    }

    @Test
    void a_result_of_another_target_is_refused() {
        Cohort cohort = new Cohort(Target.of(Paths.release(), Paths.CAPPED.subList(0, 1)));
        assertThatThrownBy(() -> cohort.add(ANNA)).isInstanceOf(IllegalArgumentException.class);
    }
}
