package fr.pixlti.tool.shared;

import java.util.List;
import java.util.Map;

/**
 * What a room holds of a person: each room that holds something offers one as a bean, so that a person can be given what
 * is known of them (GDPR, articles 15 and 20) and be erased (article 17). Called inside a transaction.
 */
public interface PersonalData {

    /** Everything that the room holds of the person, secrets of the tool left out; empty parts are told too. */
    List<Part> export(PersonId person);

    /**
     * Forgets the person: what is only theirs goes, what counts for others, such as results in statistics, stays
     * without them. Done again it does no harm.
     *
     * @param nobody takes the person's place in what stays; the same for every room
     */
    void erase(PersonId person, PersonId nobody);

    /**
     * Things of one kind.
     *
     * @param label key of their name in the room's bundle: {@code <room>.personal.<kind>}
     * @param rows values by name: texts, numbers, booleans, ids, dates and times in UTC; absent ones are null
     */
    record Part(String label, List<Map<String, Object>> rows) {

        private static final String BETWEEN = ".personal.";

        public Part {
            rows = List.copyOf(rows);
        }

        public String room() {
            return label.substring(0, label.indexOf(BETWEEN));
        }

        public String kind() {
            return label.substring(label.indexOf(BETWEEN) + BETWEEN.length());
        }
    }
}
