package fr.pixlti.tool.people.domain;

import fr.pixlti.tool.shared.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everybody whom the tool knows, whatever their course: for operators, and for retention. */
public interface KnownPeople {

    /**
     * People whose family name, given name or full name begins with the text, whatever its case and accents, or whom a
     * platform knows by exactly that id; those known last come first.
     *
     * @param before the person after whom the page begins, absent for the first page
     */
    List<Found> search(String text, @Nullable UUID before, int most);

    Optional<Found> find(PersonId person);

    /** Holds the person's row until the transaction ends: launches that let them in wait. @return whether there is one */
    boolean lock(PersonId person);

    /** Whom retention has no more reason to keep, in the order of their ids. @param after where to go on */
    List<PersonId> outdated(Limits limits, @Nullable PersonId after, int most);

    boolean isOutdated(PersonId person, Limits limits);

    /**
     * @param subjects ids by which platforms know the person
     * @param courses titles of the courses that they are in or were in; untitled ones are left out
     * @param knownSince when the tool first heard of them
     * @param seenOn day of the last sign-in in UTC, absent for who never came
     */
    record Found(PersonId id, Names names, List<String> subjects, List<String> courses, Instant knownSince,
            @Nullable LocalDate seenOn) {}

    /**
     * @param left who left their last course before, and did not sign in since, is outdated
     * @param unseen who did not sign in since, or did not come since they are known, is outdated
     */
    record Limits(Instant left, Instant unseen) {}
}
