package fr.pixlti.tool.testing;

import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.NullMarked;

/** A course with people, put into the database as launches and rosters would. */
@NullMarked
public final class CourseRows {

    private static final String NOW = "UTC_TIMESTAMP(6)";

    private final DSLContext database;
    private final Transactions transactions;
    private final UUID course;

    /** A course that is there already. */
    public CourseRows(DSLContext database, Transactions transactions, UUID course) {
        this.database = database;
        this.transactions = transactions;
        this.course = course;
    }

    /** A new course. */
    public CourseRows(DSLContext database, Transactions transactions) {
        this(database, transactions, UUID.randomUUID());
        UUID organisation = UUID.randomUUID();
        run("INSERT INTO people_organisation VALUES ('%s', '%s', 'Lycée', %s)", organisation, UUID.randomUUID(), NOW);
        run("INSERT INTO people_course VALUES ('%s', '%s', '%s', 'Seconde', %s)", course, organisation, course, NOW);
    }

    public UUID id() {
        return course;
    }

    public PersonId learner(String given, String family) {
        return enrol(given, family, "LEARNER");
    }

    public PersonId teacher(String given, String family) {
        return enrol(given, family, "INSTRUCTOR");
    }

    private PersonId enrol(String given, String family, String role) {
        UUID person = UUID.randomUUID();
        run("INSERT INTO people_person "
                + "(id, given_name, family_name, full_name, email, created_at, updated_at) VALUES ('%s', '%s', '%s', '%s %s', NULL, %s, %s)",
                person, given, family, given,
                family, NOW, NOW);
        run("INSERT INTO people_enrolment (course_id, person_id, role, since) VALUES ('%s', '%s', '%s', %s)", course,
                person, role, NOW);
        return new PersonId(person);
    }

    /** As a reading of the roster finds that somebody left. */
    public void leave(PersonId person) {
        run("UPDATE people_enrolment SET left_at = %s WHERE course_id = '%s' AND person_id = '%s'", NOW, course,
                person.value());
    }

    /** A group of the course with these people. */
    public UUID group(String name, PersonId... members) {
        UUID group = UUID.randomUUID();
        run("INSERT INTO people_group VALUES ('%s', '%s', NULL, '%s', %s)", group, course, name, NOW);
        for (PersonId member : members) {
            run("INSERT INTO people_group_member VALUES ('%s', '%s', FALSE)", group, member.value());
        }
        return group;
    }

    private void run(String sql, Object... values) {
        transactions.run(() -> database.execute(sql.formatted(values)));
    }
}
