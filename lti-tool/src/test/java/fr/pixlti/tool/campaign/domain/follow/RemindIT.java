package fr.pixlti.tool.campaign.domain.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pixlti.tool.campaign.domain.Campaign.Kind;
import fr.pixlti.tool.campaign.domain.CampaignTarget;
import fr.pixlti.tool.campaign.domain.follow.ParticipantFilter.Order;
import fr.pixlti.tool.content.TargetProfile.CappedTopic;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.testing.CourseRows;
import fr.pixlti.tool.testing.SentRows;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who is reminded of a result, and who may ask for it or read it, on a real MariaDB. */
class RemindIT extends FollowedCourse {

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
        assertThat(readParticipants
                .of(theirs.id(), new ParticipantFilter(group, null, null, null, "", Order.NAME), 0, false, neighbour)
                .rows())
                .as("a group of another course").isEmpty();
        assertThat(reminders(dansPart)).isEmpty();
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable reading) {
        assertThatThrownBy(reading).isInstanceOf(DomainError.class).hasMessage("campaign.not-found");
    }
}
