package fr.pixlti.tool.people.domain;

import fr.pixlti.tool.people.PeopleSettings;
import fr.pixlti.tool.lti.LtiRole;
import fr.pixlti.tool.people.CourseGroup;
import fr.pixlti.tool.people.domain.GroupLines.Line;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import java.text.Normalizer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A teacher of the course looks at its groups, names those that the platform gave as numbers, brings others in a list. */
@Component
public class ArrangeGroups {

    private static final int LONGEST_NAME = 100;
    private static final int MOST_LINES = 5_000;

    private final People people;
    private final Groups groups;
    private final PeopleSettings settings;
    private final Transactions transactions;
    private final Clock clock;

    ArrangeGroups(People people, Groups groups, PeopleSettings settings, Transactions transactions, Clock clock) {
        this.people = people;
        this.groups = groups;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @throws DomainError {@code people.course-unknown} for anyone but a teacher of the course */
    public List<CourseGroup> look(UUID course, PersonId teacher) {
        return transactions.call(() -> {
            requireTeacher(course, teacher);
            return groups.of(course);
        });
    }

    /**
     * Names groups; blank names are passed over, long ones cut at 100 characters.
     *
     * @throws DomainError {@code people.course-unknown} for anyone but a teacher of the course, or a group of another
     */
    public void name(UUID course, PersonId teacher, Map<UUID, String> names) {
        transactions.run(() -> {
            requireTeacher(course, teacher);
            names.forEach((group, name) -> {
                if (!name.isBlank() && !groups.name(course, group, cut(name))) {
                    throw DomainError.notFound("people.course-unknown");
                }
            });
        });
    }

    /**
     * Puts the learners of a list into groups, which are made where there are none of that name.
     *
     * @return what became of it; nobody is put anywhere by a line that fits nobody, or several
     * @throws DomainError {@code people.course-unknown} for anyone but a teacher of the course;
     *     {@code people.list-too-long} above 5,000 lines
     */
    public Brought bring(UUID course, PersonId teacher, byte[] list) {
        List<Line> lines = GroupLines.read(GroupLines.decode(list));
        if (lines.size() > MOST_LINES) {
            throw new DomainError("people.list-too-long", DomainError.Kind.INVALID, MOST_LINES);
        }
        return transactions.call(() -> {
            requireTeacher(course, teacher);
            Map<String, Set<PersonId>> byWords = byWords(course);
            Map<String, Set<PersonId>> wanted = new LinkedHashMap<>();
            List<Unmatched> unmatched = new ArrayList<>();
            for (Line line : lines) {
                Set<PersonId> fitting = byWords.getOrDefault(words(line.person()), Set.of());
                if (line.group().isBlank() || fitting.size() != 1) {
                    unmatched.add(new Unmatched(line.number(), line.person(), fitting.size() > 1));
                } else {
                    wanted.computeIfAbsent(cut(line.group()), group -> new LinkedHashSet<>()).addAll(fitting);
                }
            }
            int placed = 0;
            for (Map.Entry<String, Set<PersonId>> group : wanted.entrySet()) {
                groups.add(groups.named(course, group.getKey(), clock.instant()), group.getValue());
                placed += group.getValue().size();
            }
            return new Brought(placed, wanted.size(), unmatched);
        });
    }

    private Map<String, Set<PersonId>> byWords(UUID course) {
        List<PersonId> learners = people.enrolled(course, LtiRole.LEARNER);
        Map<String, Set<PersonId>> byWords = new HashMap<>();
        people.names(learners).forEach((person, names) -> {
            for (String text : new String[]{names.email(), names.full(), names.given() + " " + names.family(),
                names.family() + " " + names.given()}) {
                put(byWords, text, person);
            }
        });
        return byWords;
    }

    private static void put(Map<String, Set<PersonId>> byWords, @Nullable String text, PersonId person) {
        if (text != null && !words(text).isEmpty()) {
            byWords.computeIfAbsent(words(text), key -> new HashSet<>()).add(person);
        }
    }

    /** Without accents, capitals and anything between words: lists are typed by people. */
    private static String words(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT)
                .replaceAll("[\\s'’-]+", " ").strip();
    }

    private static String cut(String name) {
        String plain = name.strip();
        return plain.codePointCount(0, plain.length()) <= LONGEST_NAME
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, LONGEST_NAME));
    }

    private void requireTeacher(UUID course, PersonId person) {
        if (people.role(course, person, clock.instant().minus(settings.sessionLifetime()))
                .orElse(LtiRole.OBSERVER) != LtiRole.INSTRUCTOR) {
            throw DomainError.notFound("people.course-unknown");
        }
    }

    /** @param placed people put into groups, those included who were there already */
    public record Brought(int placed, int groups, List<Unmatched> unmatched) {}

    /**
     * A line of the list that put nobody anywhere.
     *
     * @param number from 1
     * @param several whether more than one learner fits; otherwise nobody does
     */
    public record Unmatched(int number, String person, boolean several) {}
}
