package fr.pixlti.tool.gradebook.store;

import static fr.pixlti.schema.Tables.GRADEBOOK_SCORE;
import static fr.pixlti.schema.Tables.LTI_RESOURCE_LINK;
import static fr.pixlti.schema.Tables.PEOPLE_COURSE;
import static fr.pixlti.schema.Tables.PEOPLE_ORGANISATION;
import static fr.pixlti.schema.Tables.PEOPLE_PERSON;
import static org.jooq.impl.DSL.noCondition;

import fr.pixlti.tool.gradebook.domain.PassbackQueue.Filter;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/**
 * Turns what an operator looks for into conditions that stay quick over hundreds of thousands of scores: a rare title or
 * name becomes the keys that it stands for, and so a range of an index; one that is everywhere is looked for among the
 * newest scores, where it is soon found.
 */
final class QueueFilter {

    /** So many keys at most are named in a statement. */
    private static final int RARE = 500;

    private final DSLContext sql;

    QueueFilter(DSLContext sql) {
        this.sql = sql;
    }

    /** On a query that joins links, courses and people. */
    Condition condition(Filter filter) {
        Condition wanted = noCondition();
        if (filter.platformId() != null) {
            wanted = wanted.and(GRADEBOOK_SCORE.PLATFORM_ID.eq(filter.platformId()));
        }
        if (filter.state() != null) {
            wanted = wanted.and(GRADEBOOK_SCORE.STATE.eq(filter.state().name()));
        }
        if (!filter.title().isBlank()) {
            wanted = wanted.and(titled(filter.title().strip()));
        }
        return filter.person().isBlank() ? wanted : wanted.and(named(filter.person().strip()));
    }

    private Condition titled(String title) {
        Condition link = LTI_RESOURCE_LINK.TITLE.contains(title);
        Condition course = PEOPLE_COURSE.TITLE.contains(title);
        List<UUID> links = sql.select(LTI_RESOURCE_LINK.ID).from(LTI_RESOURCE_LINK).where(link)
                .union(sql.select(LTI_RESOURCE_LINK.ID).from(PEOPLE_COURSE).join(PEOPLE_ORGANISATION)
                        .on(PEOPLE_ORGANISATION.ID.eq(PEOPLE_COURSE.ORGANISATION_ID)).join(LTI_RESOURCE_LINK)
                        .on(LTI_RESOURCE_LINK.DEPLOYMENT_ID.eq(PEOPLE_ORGANISATION.LTI_DEPLOYMENT_ID)
                                .and(LTI_RESOURCE_LINK.CONTEXT_ID.eq(PEOPLE_COURSE.CONTEXT_ID)))
                        .where(course))
                .limit(RARE + 1).fetch(LTI_RESOURCE_LINK.ID);
        return links.size() > RARE ? link.or(course) : GRADEBOOK_SCORE.RESOURCE_LINK_ID.in(links);
    }

    private Condition named(String name) {
        Condition person = begins(PEOPLE_PERSON.FAMILY_NAME, name).or(begins(PEOPLE_PERSON.GIVEN_NAME, name))
                .or(begins(PEOPLE_PERSON.FULL_NAME, name));
        int space = name.indexOf(' ');
        if (space > 0) {
            String first = name.substring(0, space);
            String rest = name.substring(space + 1).strip();
            person = person.or(begins(PEOPLE_PERSON.GIVEN_NAME, first).and(begins(PEOPLE_PERSON.FAMILY_NAME, rest)))
                    .or(begins(PEOPLE_PERSON.FAMILY_NAME, first).and(begins(PEOPLE_PERSON.GIVEN_NAME, rest)));
        }
        List<UUID> people = sql.select(PEOPLE_PERSON.ID).from(PEOPLE_PERSON).where(person).limit(RARE + 1)
                .fetch(PEOPLE_PERSON.ID);
        return people.size() > RARE ? person : GRADEBOOK_SCORE.PERSON_ID.in(people);
    }

    private static Condition begins(Field<String> column, String text) {
        return column.startsWith(text);
    }
}
