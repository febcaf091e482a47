package fr.pixlti.tool.campaign.domain.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pixlti.tool.campaign.domain.Campaign.Kind;
import fr.pixlti.tool.campaign.domain.Participation.Status;
import fr.pixlti.tool.campaign.domain.Sendings.Past;
import fr.pixlti.tool.campaign.domain.follow.ParticipantFilter.Order;
import fr.pixlti.tool.campaign.domain.follow.ReadParticipants.Listing;
import fr.pixlti.tool.people.PersonName;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.testing.SentRows;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What teachers read of a campaign, on a real MariaDB: every figure is reckoned by hand from the rows of {@link #fill}. */
class FollowIT extends FollowedCourse {

    private Listing list(ParticipantFilter filter) {
        return readParticipants.of(rows.id(), filter, 0, false, teacher);
    }

    private static ParticipantFilter filter(@Nullable UUID group, @Nullable Status status, @Nullable Integer stage,
            @Nullable String badge, String words) {
        return new ParticipantFilter(group, status, stage, badge, words, Order.NAME);
    }

    private static List<String> names(Listing listing) {
        return listing.rows().stream().map(row -> row.name().family()).toList();
    }

    @Test
    void participants_stand_by_name_with_their_state_and_those_who_never_came_apart() {
        Listing all = list(ParticipantFilter.EVERYBODY);
        assertThat(names(all)).containsExactly("Aubry", "de Évry", "Évrard", "Lovelace", "Martin");
        assertThat(all.rows()).extracting(row -> row.participation().status()).containsExactly(Status.COMPLETED,
                Status.SENT, Status.SENT, Status.SENT, Status.STARTED);
        assertThat(all.rows()).extracting(Participant::present).containsExactly(true, false, true, true, true);
        assertThat(all.rows()).extracting(Participant::badges).containsExactly(List.of(), List.of(), List.of(),
                List.of("web"), List.of());
        assertThat(all.count()).isEqualTo(5);
        assertThat(all.received()).extracting(Received::started, Received::completed, Received::sent)
                .containsExactly(1, 1, 3);
        assertThat(all.followed().made().counts().participants()).isEqualTo(5);
        assertThat(all.absent()).isEqualTo(1);
        assertThat(all.absentNames()).containsExactly(new PersonName("Zola", "Fay"));
    }

    @Test
    void filters_leave_whom_they_say() {
        assertThat(names(list(filter(group, null, null, null, "")))).containsExactly("Lovelace", "Martin");
        assertThat(list(filter(group, null, null, null, "")).absent()).as("Fay is in the group").isEqualTo(1);
        assertThat(names(list(filter(UUID.randomUUID(), null, null, null, "")))).isEmpty();
        assertThat(names(list(filter(null, Status.SENT, null, null, "")))).containsExactly("de Évry", "Évrard",
                "Lovelace");
        assertThat(names(list(filter(null, null, 0, null, "")))).containsExactly("Évrard");
        assertThat(names(list(filter(null, null, null, "web", "")))).containsExactly("Lovelace");
        assertThat(names(list(filter(null, null, null, "other", "")))).isEmpty();
        assertThat(names(list(filter(null, null, null, null, "ÈVR")))).containsExactly("de Évry", "Évrard");
        assertThat(names(list(filter(null, null, null, null, "zoé evrard")))).containsExactly("Évrard");
        assertThat(names(list(filter(null, null, null, null, "%")))).as("nothing to search by").hasSize(5);
        Listing both = list(filter(group, Status.SENT, 3, "web", "ada"));
        assertThat(names(both)).containsExactly("Lovelace");
        assertThat(both.count()).isEqualTo(1);
    }

    @Test
    void orders_are_by_date_and_by_result_with_the_unsent_last() {
        assertThat(names(list(order(Order.DATE)))).startsWith("Évrard", "de Évry", "Lovelace").hasSize(5);
        assertThat(names(list(order(Order.RESULT)))).containsExactly("Évrard", "de Évry", "Lovelace", "Aubry",
                "Martin");
        assertThat(names(list(order(Order.BEST)))).containsExactly("Lovelace", "de Évry", "Évrard", "Aubry",
                "Martin");
    }

    private static ParticipantFilter order(Order order) {
        return new ParticipantFilter(null, null, null, null, "", order);
    }

    @Test
    void a_page_has_fifty_rows_and_none_is_beyond_the_end() {
        for (int i = 0; i < 104; i++) {
            rows.unsent(course.learner("N" + i, "Xavier"), "xavier n%03d".formatted(i), "STARTED");
        }
        Listing second = readParticipants.of(rows.id(), ParticipantFilter.EVERYBODY, 1, false, teacher);
        assertThat(second.rows()).hasSize(50);
        assertThat(second.rows().getFirst().name().given()).as("five others come first").isEqualTo("N45");
        assertThat(second.pages()).isEqualTo(3);
        Listing beyond = readParticipants.of(rows.id(), ParticipantFilter.EVERYBODY, 99, false, teacher);
        assertThat(beyond.page()).isEqualTo(2);
        assertThat(beyond.rows()).hasSize(9);
        assertThat(readParticipants.of(rows.id(), ParticipantFilter.EVERYBODY, -1, false, teacher).page()).isZero();
    }

    @Test
    void who_never_came_is_named_up_to_thirty_unless_all_are_asked_for() {
        for (int i = 0; i < 40; i++) {
            course.learner("N" + i, "Absent");
        }
        assertThat(list(ParticipantFilter.EVERYBODY).absent()).isEqualTo(41);
        assertThat(list(ParticipantFilter.EVERYBODY).absentNames()).hasSize(30);
        assertThat(readParticipants.of(rows.id(), ParticipantFilter.EVERYBODY, 0, true, teacher).absentNames())
                .hasSize(41);
    }

    @Test
    void what_all_sent_is_added_up() {
        ReadCollective.Collective read = readCollective.of(rows.id(), null, teacher);
        assertThat(read.received()).extracting(Received::started, Received::completed, Received::sent)
                .containsExactly(1, 1, 3);
        assertThat(read.absent()).isEqualTo(1);
        Figures figures = read.figures();
        assertThat(figures.competences()).containsExactlyInAnyOrder(
                new CompetenceSum("1.1", 3, 42, 13 + 7 + 1, 42, 0, 0),
                new CompetenceSum("4.2", 3, 18, 4 + 1, 18, 0, 0));
        assertThat(figures.worths()).containsExactlyInAnyOrder(new Worth(85, 3, null, null, 1),
                new Worth(40, 1, null, null, 1), new Worth(5, 0, null, null, 1));
        assertThat(figures.days()).containsExactly(new DayCount(LocalDate.of(2026, 11, 2), 2),
                new DayCount(LocalDate.of(2026, 11, 4), 1));
        assertThat(figures.badges()).isEqualTo(Map.of("web", 1));
    }

    @Test
    void topics_are_ranked_by_the_mean_of_the_scores() {
        // first: (90 + 50 + 10) / 3 = 50, second: (76 + 74 + 76) / 3 = 75.33, third: (26 + 24 + 25) / 3 = 25.
        ReadAnalysis.Analysis read = readAnalysis.of(rows.id(), null, teacher);
        assertThat(read.people()).isEqualTo(3);
        assertThat(read.needs()).extracting(need -> need.topic().id()).containsExactly(third, first, second);
        assertThat(read.needs()).extracting(need -> need.recommendation().dots()).containsExactly(4, 3, 1);
        assertThat(read.needs()).extracting(need -> need.recommendation().score()).startsWith(25.0, 50.0);
        assertThat(read.needs()).extracting(TopicNeed::meanLevel).containsExactly(1.0, 3.0, 11 / 3.0);
        assertThat(read.needs()).extracting(TopicNeed::topLevel).containsExactly(top(third, 3), top(first, 5),
                top(second, 4));

        ReadAnalysis.Analysis ofGroup = readAnalysis.of(rows.id(), group, teacher);
        assertThat(ofGroup.people()).as("Ada alone").isEqualTo(1);
        assertThat(ofGroup.needs()).extracting(need -> need.topic().id()).containsExactly(third, second, first);
        assertThat(ofGroup.needs()).extracting(need -> need.recommendation().dots()).containsExactly(3, 1, 1);
    }

    private int top(String topic, int cap) {
        return content.current().topic(topic).skills().stream().mapToInt(skill -> skill.level())
                .filter(level -> level <= cap).max().orElseThrow();
    }

    @Test
    void what_is_sent_later_counts_at_once_be_it_by_a_clock_that_is_behind() {
        assertThat(readAnalysis.of(rows.id(), null, teacher).needs().getFirst().topic().id()).isEqualTo(third);
        assertThat(readCollective.of(rows.id(), null, teacher).figures().worths()).hasSize(3);

        // Neither the number nor the greatest time changes.
        rows.sentAgain(bobsPart, 2, "2026-11-02 11:00:01", 85, 3);
        result(bobsPart, 13, 4, 9000, 5, 7400, 4, 9900, 3);
        assertThat(readAnalysis.of(rows.id(), null, teacher).needs()).extracting(need -> need.topic().id())
                .as("third: (26 + 99 + 25) / 3 = 50, first: (90 + 90 + 10) / 3").containsExactly(third, first, second);
        assertThat(readAnalysis.of(rows.id(), null, teacher).needs().getFirst().recommendation().score())
                .isEqualTo(50.0);
        assertThat(readCollective.of(rows.id(), null, teacher).figures().worths())
                .containsExactlyInAnyOrder(new Worth(85, 3, null, null, 2), new Worth(5, 0, null, null, 1));
    }

    @Test
    void one_participant_shows_what_was_sent_last_and_before() {
        rows.sentAgain(adasPart, 2, "2026-11-08 10:00:00", 90, 3);
        ReadParticipant.One one = readParticipant.of(rows.id(), adasPart, teacher);
        assertThat(one.participant().name()).isEqualTo(new PersonName("Lovelace", "Ada"));
        assertThat(one.participant().badges()).containsExactly("web");
        ReadParticipant.Results results = java.util.Objects.requireNonNull(one.results());
        assertThat(results.competences()).containsExactlyInAnyOrder(new CompetenceSum("1.1", 1, 14, 13, 14, 0, 0),
                new CompetenceSum("4.2", 1, 6, 4, 6, 0, 0));
        assertThat(results.sendings()).extracting(Past::number).containsExactly(2, 1);
        assertThat(results.sendings()).extracting(Past::mastery).containsExactly(90, 85);
        assertThat(results.needs()).extracting(need -> need.topic().id()).containsExactly(third, second, first);
    }

    @Test
    void before_sending_nothing_is_seen_of_what_was_answered() {
        for (UUID unsent : List.of(dansPart, evesPart)) {
            rows.competence(unsent, "1.1", 14, 9);
            assertThat(readParticipant.of(rows.id(), unsent, teacher).results()).isNull();
        }
        int skills = content.current().skillsOf(target.topics()).size();
        assertThat(readParticipant.of(rows.id(), dansPart, teacher).progress())
                .isEqualTo(new ReadParticipant.Progress(0, skills));
        assertThat(readParticipant.of(rows.id(), evesPart, teacher).progress()).as("finished").isNull();
    }

    @Test
    void a_profile_shows_pix_and_what_is_certifiable() {
        SentRows profiles = new SentRows(database, transactions, made, Kind.COLLECTION, course.id(), teacher,
                "Profils", null);
        UUID one = profiles.sentProfile(ada, "lovelace ada", "2026-11-02 10:00:00", 124, 7);
        UUID other = profiles.sentProfile(dan, "martin dan", "2026-11-03 10:00:00", 35, 4);
        profiles.level(one, "1.1", 30, 3);
        profiles.level(other, "1.1", 16, 2);
        Figures figures = readCollective.of(profiles.id(), null, teacher).figures();
        assertThat(figures.worths()).containsExactlyInAnyOrder(new Worth(null, null, 124, 7, 1),
                new Worth(null, null, 35, 4, 1));
        assertThat(figures.competences()).containsExactly(new CompetenceSum("1.1", 2, 0, 0, 0, 46, 5));
        assertThatThrownBy(() -> readAnalysis.of(profiles.id(), null, teacher)).isInstanceOf(DomainError.class)
                .hasMessage("campaign.not-found");
        Listing best = readParticipants.of(profiles.id(), order(Order.BEST), 0, false, teacher);
        assertThat(names(best)).containsExactly("Lovelace", "Martin");
    }
}
