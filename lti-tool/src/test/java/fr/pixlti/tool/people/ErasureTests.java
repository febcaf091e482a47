package fr.pixlti.tool.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.pixlti.tool.campaign.domain.Participation;
import fr.pixlti.tool.campaign.domain.ReadResults;
import fr.pixlti.tool.people.domain.ErasePerson;
import fr.pixlti.tool.people.domain.ExportPerson;
import fr.pixlti.tool.people.domain.SearchPeople;
import fr.pixlti.tool.people.domain.SessionCookie;
import fr.pixlti.tool.shared.CurrentOperator;
import fr.pixlti.tool.shared.CurrentOperator.Role;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.PersonalData;
import fr.pixlti.tool.shared.Transactions;
import fr.pixlti.tool.shell.ConsoleNode;
import fr.pixlti.tool.testing.MovableClock;
import fr.pixlti.tool.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.DSLContext;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is held of a person, in whatever table: told whole, and gone when they are erased. */
@NullMarked
class ErasureTests {

    /** Columns that name things by their ids. */
    private static final Set<String> THINGS = Set.of("id", "account_id", "assessment_id", "campaign_id", "content_id",
            "copied_from", "course_id", "deployment_id", "group_id", "import_id", "invitation_id", "link_id",
            "login_id", "lti_deployment_id", "organisation_id", "origin_link_id", "participation_id", "platform_id",
            "resource_link_id", "subject_id", "target_id");

    /** Texts of the tool's own, of platforms about themselves and their courses, and of teachers for their classes. */
    private static final Set<String> OF_THINGS = words("""
            assessment_assessment.continue_to campaign_campaign.title campaign_settings.external_id_label
            campaign_settings.landing_text campaign_settings.name campaign_settings.result_text
            campaign_settings.target gradebook_column.label gradebook_column.last_error_detail
            gradebook_column.line_item_url gradebook_column.resource_id lti_context_copy.context_id
            lti_context_copy.origin_context_id lti_deployment.deployment_id lti_last_launch.ags_scopes
            lti_last_launch.course_title lti_last_launch.line_items_url lti_last_launch.memberships_url
            lti_notice.content lti_notice.type lti_notice_service.service_url lti_notice_service.types
            lti_platform.access_token_audience lti_platform.access_token_url
            lti_platform.authentication_request_url lti_platform.client_id lti_platform.configuration_url
            lti_platform.frame_origins lti_platform.key_set_url lti_platform.name lti_platform.product
            lti_resource_link.ags_scopes lti_resource_link.context_id lti_resource_link.line_item_url
            lti_resource_link.line_items_url lti_resource_link.resource_link_id lti_resource_link.title
            lti_tool_key.public_jwk people_course.context_id people_course.title people_group.name
            people_group.platform_group_id people_organisation.name people_roster.differences_url
            people_roster.memberships_url scheduled_tasks.picked_by scheduled_tasks.task_instance
            scheduled_tasks.task_name flyway_schema_history.description flyway_schema_history.installed_by
            flyway_schema_history.script flyway_schema_history.type flyway_schema_history.version""");

    /** Of operators, who are no people of a host; the log keeps what they did. */
    private static final Set<String> OF_OPERATORS = words("""
            content_import.file_name content_import.report content_pack.changed_by content_pack.name
            content_pack.uploaded_by lti_invitation.created_by lti_invitation.school lti_tool_key.made_by
            lti_tool_key.retired_by shell_account.name shell_audit.account_name shell_audit.subject""");

    /** Rows that go with the person, or by themselves within hours because they expire. */
    private static final Set<String> OF_ROWS_THAT_GO = words("""
            gradebook_score.line_item_url lti_content.deployment_id lti_content.settings lti_content_return.items
            lti_login.deployment_id lti_login.target_link_uri lti_ticket.launch people_enrolment.group_ids
            people_session.opened_path""");

    /** What stays: that an operator erased somebody of that id, and that a job comes once more. */
    private static final Set<String> TRACES = Set.of("scheduled_tasks.task_instance", "shell_audit.subject");

    private static final CurrentOperator OPERATOR = new CurrentOperator(UUID.randomUUID(), "nadia",
            Set.of(Role.OPERATOR));
    private static final MovableClock CLOCK = new MovableClock();

    private static ConsoleNode node;
    private static DSLContext db;
    private static Transactions transactions;
    private static int count;

    private PersonRows ada;
    private PersonRows alan;

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }

    @BeforeAll
    static void start() {
        node = ConsoleNode.start(CLOCK, TestDatabase.fresh(), "pixlti.jobs.polling-interval=100ms",
                "pixlti.gradebook.sweep-interval=1h", "pixlti.admin.second-factor=false");
        db = node.bean(DSLContext.class);
        transactions = node.bean(Transactions.class);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @BeforeEach
    void two_people() {
        count++;
        ada = PersonRows.fill(db, transactions, "quintessa" + "x".repeat(count) + "q");
        alan = PersonRows.fill(db, transactions, "wolfrikson" + "x".repeat(count) + "w");
    }

    private static Set<String> held(PersonRows rows) {
        return transactions.call(() -> HeldColumns.of(db, rows));
    }

    private static void erase(PersonRows rows) {
        node.bean(ErasePerson.class).handle(OPERATOR, rows.person());
    }

    private static <T> List<T> values(Class<T> type, String query, Object... bindings) {
        return transactions.call(() -> db.fetch(query, bindings).into(type));
    }

    /** A new column that may name a person, or hold what they wrote, must be in {@link PersonRows} or be said to be none. */
    @Test
    void every_column_that_may_hold_something_of_people_is_looked_at() {
        Set<String> looked = held(ada);
        assertThat(looked).containsAll(transactions.call(() -> HeldColumns.idsOfPeople(db, THINGS)));
        Set<String> texts = new TreeSet<>(transactions.call(() -> HeldColumns.texts(db)));
        texts.removeAll(looked);
        Stream.of(OF_THINGS, OF_OPERATORS, OF_ROWS_THAT_GO).forEach(texts::removeAll);
        assertThat(texts).as("columns of texts that are in none of the lists").isEmpty();
    }

    @Test
    void somebody_erased_is_in_no_column_any_more_and_their_neighbour_in_all() {
        Set<String> neighbours = held(alan);
        assertThat(neighbours).hasSizeGreaterThan(25);
        erase(ada);
        assertThat(held(ada)).isEqualTo(TRACES);
        assertThat(held(alan)).isEqualTo(neighbours);
    }

    @Test
    void results_stay_without_the_person() {
        erase(ada);
        PersonId nobody = new PersonId(values(UUID.class,
                "SELECT person_id FROM campaign_participation WHERE id = ? AND pix = 24 AND mastery = 60",
                ada.participation()).getFirst());
        assertThat(nobody.isNobody()).isTrue();
        assertThat(alan.person().isNobody()).isFalse();
        assertThat(values(String.class, "SELECT status FROM assessment_assessment WHERE person_id = ? ORDER BY status",
                nobody.value())).containsExactly("ABANDONED", "COMPLETED");
        assertThat(values(String.class, "SELECT concat(outcome, given) FROM assessment_answer JOIN "
                + "assessment_assessment ON id = assessment_id WHERE person_id = ? ORDER BY status DESC, position",
                nobody.value())).containsExactly("RIGHT{}", "WRONG[0,2]", "SKIPPEDnull", "WRONG{}");
        assertThat(values(Integer.class, "SELECT count(*) FROM assessment_saved_lesson WHERE person_id = ? AND useful",
                nobody.value())).containsExactly(1);
        assertThat(values(Integer.class, "SELECT count(*) FROM assessment_report WHERE person_id = ?", nobody.value()))
                .containsExactly(1);
        assertThat(values(Integer.class,
                "SELECT count(*) FROM assessment_assessment WHERE screen_reader AND person_id = ?",
                nobody.value())).containsExactly(0);
    }

    @Test
    void teachers_read_that_a_participant_was_erased() {
        PersonId nobody = PersonId.nobody();
        PeopleApi people = node.bean(PeopleApi.class);
        LocaleContextHolder.setLocale(Locale.FRENCH);
        assertThat(people.displayNames(List.of(nobody))).containsEntry(nobody, "Participant effacé");
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(people.displayNames(List.of(nobody, alan.person()))).containsEntry(nobody, "Erased participant")
                .containsEntry(alan.person(), "Zoé " + alan.word() + " Dupont");
        assertThat(people.names(List.of(nobody))).containsEntry(nobody, new PersonName("Erased participant", ""));
        assertThat(people.members(alan.course(), List.of(nobody))).containsEntry(nobody,
                new CourseMember("Erased participant", "", List.of()));
        LocaleContextHolder.resetLocaleContext();
        assertThat(people.sortNames(List.of(nobody))).containsEntry(nobody, "");
    }

    @Test
    void a_class_keeps_the_result_of_who_was_erased() {
        UUID campaign = values(UUID.class, "SELECT campaign_id FROM campaign_participation WHERE id = ?",
                ada.participation()).getFirst();
        transactions.run(() -> db.execute("INSERT INTO people_enrolment SET course_id = ?, person_id = ?, "
                + "role = 'INSTRUCTOR', since = now()", ada.course(), alan.person().value()));
        ReadResults results = node.bean(ReadResults.class);
        LocaleContextHolder.setLocale(Locale.FRENCH);
        assertThat(results.of(campaign, alan.person(), null).rows()).singleElement()
                .satisfies(row -> assertThat(row.name()).contains(ada.word()));
        erase(ada);
        assertThat(results.of(campaign, alan.person(), null).rows()).singleElement().satisfies(row -> {
            assertThat(row.name()).isEqualTo("Participant effacé");
            assertThat(row.participation()).extracting(Participation::pix).isEqualTo(24);
        });
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void an_open_session_ends() {
        PeopleApi people = node.bean(PeopleApi.class);
        String key = SessionCookie.key(ada.person());
        assertThat(people.session(key, ada.cookie().value())).isPresent();
        erase(ada);
        assertThat(people.session(key, ada.cookie().value())).isEmpty();
        assertThat(people.session(SessionCookie.key(alan.person()), alan.cookie().value())).isPresent();
    }

    /** What another node, which knew the session by heart, wrote down after that. */
    @Test
    void what_is_written_meanwhile_is_forgotten_by_a_job() {
        erase(ada);
        UUID campaign = values(UUID.class, "SELECT campaign_id FROM campaign_participation WHERE id = ?",
                alan.participation()).getFirst();
        transactions.run(() -> db.execute("INSERT INTO campaign_participation SET id = ?, campaign_id = ?, "
                + "person_id = ?, status = 'STARTED', started_at = now(), external_id = ?", UUID.randomUUID(), campaign,
                ada.person().value(), ada.word()));
        assertThat(held(ada)).contains("campaign_participation.person_id");
        CLOCK.advance(Duration.ofMinutes(6));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(held(ada)).containsExactly("shell_audit.subject"));
    }

    @Test
    void the_file_holds_all_that_is_held_and_no_secret() {
        String file = new String(node.bean(ExportPerson.class).handle(OPERATOR, ada.person()), StandardCharsets.UTF_8);
        JsonNode json = JsonMapper.shared().readTree(file);
        assertThat(json.at("/people/person/0/email").stringValue()).isEqualTo(ada.word() + "@example.org");
        assertThat(json.at("/people/person/0/created_at").stringValue()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(json.at("/people/person/0/seen_on").stringValue()).isEqualTo("2026-01-02");
        assertThat(json.at("/people/enrolments/0/course").stringValue()).isEqualTo("4e B");
        assertThat(json.at("/assessment/answers").size()).isEqualTo(4);
        assertThat(json.at("/assessment/reports/0/words").stringValue()).isEqualTo("Je m'appelle " + ada.word());
        assertThat(json.at("/campaign/participations/0/external_id").stringValue()).isEqualTo("INE " + ada.word());
        assertThat(json.at("/gradebook/scores/0/score_given").asDouble()).isEqualTo(24);
        assertThat(json.at("/lti/dialogues").size()).isEqualTo(1);
        assertThat(file).doesNotContain("secret", alan.word(), alan.person().toString());
        List<PersonalData.Part> parts = node.bean(ExportPerson.class).look(OPERATOR, ada.person()).parts();
        assertThat(parts).hasSizeGreaterThan(15).allSatisfy(part -> {
            assertThat(part.rows()).as(part.label()).isNotEmpty();
            assertThat(json.at("/" + part.room() + "/" + part.kind()).size()).as(part.label())
                    .isEqualTo(part.rows().size());
        });
    }

    @Test
    void the_log_says_who_did_it_without_a_name() {
        node.bean(ExportPerson.class).handle(OPERATOR, ada.person());
        erase(ada);
        assertThat(values(String.class, "SELECT concat(account_name, ' ', action) FROM shell_audit WHERE subject = ? "
                + "ORDER BY id", ada.person().toString())).containsExactly("nadia people.exported",
                        "nadia people.erased");
    }

    @Test
    void only_operators_may_and_only_once() {
        CurrentOperator other = new CurrentOperator(UUID.randomUUID(), "other", Set.of());
        refused(DomainError.Kind.FORBIDDEN, () -> node.bean(ErasePerson.class).handle(other, ada.person()));
        refused(DomainError.Kind.FORBIDDEN, () -> node.bean(ExportPerson.class).handle(other, ada.person()));
        refused(DomainError.Kind.FORBIDDEN, () -> node.bean(ExportPerson.class).look(other, ada.person()));
        refused(DomainError.Kind.FORBIDDEN, () -> node.bean(SearchPeople.class).handle(other, ada.word(), null));
        erase(ada);
        refused(DomainError.Kind.NOT_FOUND, () -> erase(ada));
        refused(DomainError.Kind.NOT_FOUND, () -> node.bean(ExportPerson.class).look(OPERATOR, ada.person()));
        refused(DomainError.Kind.NOT_FOUND, () -> node.bean(ExportPerson.class).handle(OPERATOR, ada.person()));
    }

    private static void refused(DomainError.Kind kind, ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(DomainError.class,
                refusal -> assertThat(refusal.kind()).isEqualTo(kind));
    }
}
