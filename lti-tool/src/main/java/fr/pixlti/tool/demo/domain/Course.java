package fr.pixlti.tool.demo.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The one course of the LMS: a teacher, three pupils, three activities. Tests add more of each. */
@Component
@Profile("demo")
public class Course {

    public static final String ID = "2";
    public static final String SHORT_NAME = "NUM";
    public static final String TITLE = "Découverte du numérique";

    /** Activities that are there from the beginning. */
    private static final int OWN = 3;

    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<String, Activity> activities = new LinkedHashMap<>();
    private final String deployment;

    Course(DemoSettings settings) {
        this.deployment = settings.deploymentIds().getFirst();
        reset();
    }

    /** Brings back the people and activities of the beginning, and no others. */
    public final synchronized void reset() {
        people.clear();
        activities.clear();
        enrol(new Person("3", "c.laurent", "Claire", "Laurent", "", true));
        enrol(new Person("4", "i.benali", "Inès", "Benali", "E2024-017", false));
        enrol(new Person("5", "t.nguyen", "Théo", "Nguyen", "E2024-041", false));
        enrol(new Person("6", "a.kowalski", "Anaëlle", "Kowalski-Durand", "", false));
        add(new Activity("1", "11", "Mener une recherche et une veille",
                "Compétence 1.1 : chercher, vérifier et suivre l'information.",
                Map.of("pixlti_target", "competence:1.1"), deployment));
        add(new Activity("2", "12", "Protéger les données personnelles",
                "Compétence 4.2 : maîtriser ses traces et protéger sa vie privée.",
                Map.of("pixlti_target", "competence:4.2"), deployment));
        add(new Activity("3", "13", "Activité à régler",
                "Pas encore réglée : l'enseignante choisit la compétence à sa première ouverture.", Map.of(),
                deployment));
    }

    /** The deployment of the tool that the course uses. */
    public String deploymentId() {
        return deployment;
    }

    /** Everyone, in the order they were enrolled. */
    public synchronized List<Person> people() {
        return List.copyOf(people.values());
    }

    public List<Person> pupils() {
        return people().stream().filter(person -> !person.teacher()).toList();
    }

    public synchronized List<Activity> activities() {
        return List.copyOf(activities.values());
    }

    public synchronized Optional<Person> person(String id) {
        return Optional.ofNullable(people.get(id));
    }

    public synchronized Optional<Activity> activity(String id) {
        return Optional.ofNullable(activities.get(id));
    }

    /** Adds a person, or replaces the one of the same number. */
    public final synchronized void enrol(Person person) {
        people.put(person.id(), person);
    }

    /** What was added to the activities of the beginning. */
    synchronized List<Activity> added() {
        return activities.values().stream().skip(OWN).toList();
    }

    /** An item as the next activity of the course. */
    synchronized Activity next(ContentItem item, String deploymentId) {
        int number = activities.keySet().stream().mapToInt(Integer::parseInt).max().orElse(0) + 1;
        return new Activity(String.valueOf(number), "9" + number, item.title(), item.text(), item.custom(),
                deploymentId, item.column() != null && item.column().reviewable());
    }

    final synchronized void add(Activity activity) {
        activities.put(activity.id(), activity);
    }
}
