package fr.pixlti.tool.shared;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a room shows of itself on a person's profile page: each room may offer one as a bean. */
public interface HomeCard {

    /**
     * What waits for the person: cards of kind RESUME and TODO, a few at most.
     *
     * @param locale of the texts
     */
    List<Card> waiting(PersonId person, Locale locale);

    /**
     * What the person did: cards of kind HISTORY, newest first.
     *
     * @param most number of cards, at least 1
     */
    default List<Card> history(PersonId person, Locale locale, int most) {
        return List.of();
    }

    /** RESUME: begun and to go on with; TODO: something else to do; HISTORY: done. */
    enum Kind {
        RESUME, TODO, HISTORY
    }

    /**
     * @param title what it is about, for example the name of an activity
     * @param text one sentence
     * @param action what its link says, for example "Resume"
     * @param path in the tool, without a session's prefix, where the link leads
     * @param at when it was begun, came up or was done
     * @param competence code of the one competence it is about, whose page shows it too; absent for others
     */
    record Card(Kind kind, String title, String text, String action, String path, Instant at,
            @Nullable String competence) {}
}
