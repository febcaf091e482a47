package fr.pixlti.tool.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pixlti.tool.people.domain.ErasePerson;
import fr.pixlti.tool.people.domain.ExportPerson;
import fr.pixlti.tool.people.domain.SearchPeople;
import fr.pixlti.tool.shared.CurrentOperator;
import fr.pixlti.tool.shared.CurrentOperator.Role;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import fr.pixlti.tool.shell.ConsoleNode;
import fr.pixlti.tool.testing.MovableClock;
import fr.pixlti.tool.testing.TestDatabase;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
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

    /** Ids of things, by the columns' names. */
    private static final Set<String> THINGS = Set.of("id", "account_id", "assessment_id", "campaign_id", "content_id",
            "copied_from", "course_id", "deployment_id", "group_id", "import_id", "invitation_id", "link_id",
            "login_id", "lti_deployment_id", "organisation_id", "origin_link_id", "participation_id", "platform_id",
            "resource_link_id", "subject_id", "target_id");

    /** Texts that neither people of a host write nor hosts write about them: what each is instead. */
    private static final Map<String, Set<String>> NOT_OF_PEOPLE = Map.of(
            "the tool's own words, codes and content",
            Set.of(),
            "operators, who are no people of a host",
            Set.of());

    private static final CurrentOperator OPERATOR = new CurrentOperator(UUID.randomUUID(), "nadia",
            Set.of(Role.OPERATOR));

    private static ConsoleNode node;
    private static DSLContext db;
    private static Transactions transactions;

    private PersonRows ada;
    private PersonRows alan;

    @BeforeAll
    static void start() {
        node = ConsoleNode.start(new MovableClock(), TestDatabase.fresh(), "pixlti.jobs.polling-interval=1h",
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
        ada = PersonRows.fill(db, transactions, "quintessa");
        alan = PersonRows.fill(db, transactions, "wolfrikson");
    }

    @org.junit.jupiter.api.AfterEach
    void nobody_stays() {
        for (PersonRows each : List.of(ada, alan)) {
            if (!held(each).isEmpty() && held(each).contains("people_person.id")) {
                node.bean(ErasePerson.class).handle(OPERATOR, each.person());
            }
        }
        transactions.run(() -> db.execute("DELETE FROM shell_audit"));
        transactions.run(() -> db.execute("DELETE FROM scheduled_tasks WHERE task_name = 'people-forget-again'"));
    }

    private static Set<String> held(PersonRows rows) {
        return transactions.call(() -> HeldColumns.of(db, rows));
    }

    /** A new column that may name a person, or hold what they wrote, must be in {@link PersonRows} or be said to be none. */
    @Test
    void every_column_that_may_hold_something_of_people_is_looked_at() {
        Set<String> looked = held(ada);
        assertThat(looked).containsAll(transactions.call(() -> HeldColumns.idsOfPeople(db, THINGS)));
        Set<String> texts = new TreeSet<>(transactions.call(() -> HeldColumns.texts(db)));
        texts.removeAll(looked);
        NOT_OF_PEOPLE.values().forEach(texts::removeAll);
        assertThat(texts).isEmpty();
    }
}
