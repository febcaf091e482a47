package fr.pixlti.tool.campaign.domain.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pixlti.tool.campaign.domain.Campaign.Kind;
import fr.pixlti.tool.campaign.domain.CampaignTarget;
import fr.pixlti.tool.campaign.domain.MadeCampaigns;
import fr.pixlti.tool.campaign.domain.Participation.Status;
import fr.pixlti.tool.campaign.domain.Sendings.Past;
import fr.pixlti.tool.campaign.domain.follow.ParticipantFilter.Order;
import fr.pixlti.tool.campaign.domain.follow.ReadParticipants.Listing;
import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.content.TargetProfile.Badge;
import fr.pixlti.tool.content.TargetProfile.CappedTopic;
import fr.pixlti.tool.content.TargetProfile.Stage;
import fr.pixlti.tool.content.Topic;
import fr.pixlti.tool.content.Words;
import fr.pixlti.tool.people.PersonName;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import fr.pixlti.tool.testing.CourseRows;
import fr.pixlti.tool.testing.SentRows;
import fr.pixlti.tool.testing.ToolTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What teachers read of a campaign, on a real MariaDB: every figure is reckoned by hand from the rows of {@link #fill}. */
@ToolTest
class FollowIT {

    @Autowired
    DSLContext database;
    @Autowired
    Transactions transactions;
    @Autowired
    MadeCampaigns made;
    @Autowired
    ContentApi content;
    @Autowired
    ReadParticipants readParticipants;
    @Autowired
    ReadParticipant readParticipant;
    @Autowired
    ReadCollective readCollective;
    @Autowired
    ReadAnalysis readAnalysis;
    @Autowired
    AskForResults askForResults;
    @Autowired
    Reminders reminders;

    private CourseRows course;
    private PersonId teacher;
    private PersonId ada;
    private PersonId dan;
    private SentRows rows;
    private CampaignTarget target;
    private UUID adasPart;
    private UUID bobsPart;
    private UUID dansPart;
    private UUID evesPart;
    private UUID group;
    private String first;
    private String second;
    private String third;

    @BeforeEach
    void fill() {
        course = new CourseRows(database, transactions);
        teacher = course.teacher("Tina", "Prof");
        ada = course.learner("Ada", "Lovelace");
        PersonId bob = course.learner("Bob", "de Évry");
        PersonId zoe = course.learner("Zoé", "Évrard");
        dan = course.learner("Dan", "Martin");
        PersonId eve = course.learner("Ève", "Aubry");
        PersonId fay = course.learner("Fay", "Zola");
        group = course.group("3A", ada, dan, fay);
        course.leave(bob);
        List<Topic> search = content.current().topicsOf("1.1");
        first = search.get(0).id();
        second = search.get(1).id();
        third = content.current().topicsOf("4.2").getFirst().id();
        target = new CampaignTarget(
                List.of(new CappedTopic(first, 5), new CappedTopic(second, 4), new CappedTopic(third, 3)),
                List.of(new Stage(0, null), new Stage(21, null), new Stage(51, null), new Stage(81, null)),
                List.of(new Badge("web", words("Le web"), words("Bravo"), null, List.of())), false);
        rows = new SentRows(database, transactions, made, Kind.ASSESSMENT, course.id(), teacher, "Bilan", target);
        // Validated skills: of 14 in 1.1 and 6 in 4.2. Ada 13 + 4 = 17 (85 %), Bob 7 + 1 (40 %), Zoé 1 + 0 (5 %).
        adasPart = rows.sent(ada, "lovelace ada", "2026-11-02 10:00:00", 85, 17, 3);
        bobsPart = rows.sent(bob, "de evry bob", "2026-11-02 11:00:00", 40, 8, 1);
        UUID zoes = rows.sent(zoe, "evrard zoe", "2026-11-04 10:00:00", 5, 1, 0);
        result(adasPart, 13, 4, 9000, 5, 7600, 4, 2600, 2);
        result(bobsPart, 7, 1, 5000, 3, 7400, 4, 2400, 1);
        result(zoes, 1, 0, 1000, 1, 7600, 3, 2500, 0);
        rows.badge(adasPart, "web");
        dansPart = rows.unsent(dan, "martin dan", "STARTED");
        evesPart = rows.unsent(eve, "aubry eve", "COMPLETED");
        // The teacher tried it and sent a perfect result, which counts nowhere.
        UUID trial = rows.sent(teacher, "prof tina", "2026-11-05 10:00:00", 100, 20, 3);
        result(trial, 14, 6, 10_000, 5, 10_000, 4, 10_000, 3);
        rows.badge(trial, "web");
        rows.trial(trial);
    }

    private void result(UUID participation, int validated11, int validated42, int... topics) {
        rows.competence(participation, "1.1", 14, validated11);
        rows.competence(participation, "4.2", 6, validated42);
        rows.topic(participation, first, validated11, topics[1], topics[0]);
        rows.topic(participation, second, validated11, topics[3], topics[2]);
        rows.topic(participation, third, validated42, topics[5], topics[4]);
    }

    private static Words words(String text) {
        return new Words(Map.of("fr", text));
    }

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

    @Test
    void pupils_who_have_not_sent_are_reminded_once_a_day() {
        assertThat(askForResults.handle(rows.id(), dansPart, teacher)).isEqualTo(1);
        assertThat(askForResults.handle(rows.id(), dansPart, teacher)).as("today already").isZero();
        assertThat(askForResults.handle(rows.id(), null, teacher)).as("Ève").isEqualTo(1);
        assertThat(askForResults.handle(rows.id(), adasPart, teacher)).as("sent already").isZero();
        assertThat(reminders(dansPart)).isPresent();
        assertThat(reminders(evesPart)).isPresent();
        assertThat(reminders(adasPart)).isEmpty();
        transactions.run(() -> database
                .execute("UPDATE campaign_reminder SET asked_on = asked_on - INTERVAL 1 DAY, asked_at = asked_at"
                        + " - INTERVAL 1 DAY WHERE participation_id = '" + dansPart + "'"));
        assertThat(askForResults.handle(rows.id(), dansPart, teacher)).as("the day after").isEqualTo(1);
        transactions.run(() -> database.execute("UPDATE campaign_participation SET status = 'SENT', sent_at = now()"
                + " WHERE id = '" + dansPart + "'"));
        assertThat(reminders(dansPart)).as("nothing is awaited any more").isEmpty();
    }

    @Test
    void an_archived_campaign_awaits_nothing() {
        transactions.run(() -> made.archive(rows.id(), teacher, java.time.Instant.parse("2026-11-10T08:00:00Z")));
        assertThatThrownBy(() -> askForResults.handle(rows.id(), dansPart, teacher))
                .hasMessage("campaign.reminder-archived");
        assertThat(reminders(dansPart)).isEmpty();
    }

    private java.util.Optional<java.time.Instant> reminders(UUID participation) {
        return transactions.call(() -> reminders.of(participation));
    }

    @Test
    void nobody_but_a_teacher_of_the_course_reads_anything() {
        CourseRows elsewhere = new CourseRows(database, transactions);
        PersonId neighbour = elsewhere.teacher("Nora", "Ailleurs");
        for (PersonId other : List.of(ada, dan, neighbour, new PersonId(UUID.randomUUID()))) {
            refused(() -> readParticipants.of(rows.id(), ParticipantFilter.EVERYBODY, 0, false, other));
            refused(() -> readParticipant.of(rows.id(), adasPart, other));
            refused(() -> readCollective.of(rows.id(), null, other));
            refused(() -> readAnalysis.of(rows.id(), null, other));
            refused(() -> readAnalysis.lesson(rows.id(), first, other));
            refused(() -> askForResults.handle(rows.id(), dansPart, other));
        }
        assertThat(reminders(dansPart)).isEmpty();
    }

    @Test
    void what_belongs_to_another_campaign_is_not_there() {
        CourseRows elsewhere = new CourseRows(database, transactions);
        PersonId neighbour = elsewhere.teacher("Nora", "Ailleurs");
        SentRows theirs = new SentRows(database, transactions, made, Kind.ASSESSMENT, elsewhere.id(), neighbour,
                "Ailleurs", new CampaignTarget(List.of(new CappedTopic(first, 2)), List.of(), List.of(), false));
        refused(() -> readParticipant.of(theirs.id(), adasPart, neighbour));
        refused(() -> askForResults.handle(theirs.id(), dansPart, neighbour));
        refused(() -> readAnalysis.lesson(theirs.id(), third, neighbour));
        assertThat(readAnalysis.lesson(theirs.id(), first, neighbour).topic().id()).isEqualTo(first);
        assertThat(readParticipants.of(theirs.id(), filter(group, null, null, null, ""), 0, false, neighbour).rows())
                .as("a group of another course").isEmpty();
        assertThat(reminders(dansPart)).isEmpty();
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable reading) {
        assertThatThrownBy(reading).isInstanceOf(DomainError.class).hasMessage("campaign.not-found");
    }
}
