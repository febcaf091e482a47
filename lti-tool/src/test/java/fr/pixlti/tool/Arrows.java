package fr.pixlti.tool;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.modulith.ApplicationModule;

/** The table of DESIGN §4: which room may use which, beside {@code shared}. Rooms that are not built yet are in it too. */
final class Arrows {

    private static final Map<String, Set<String>> TABLE = Map.ofEntries(
            Map.entry("shared", Set.of()),
            Map.entry("lti", Set.of()),
            Map.entry("ent", Set.of()),
            Map.entry("content", Set.of()),
            Map.entry("people", Set.of("lti", "lti::spi", "ent", "ent::spi")),
            Map.entry("assessment", Set.of("content")),
            Map.entry("campaign", Set.of("lti", "lti::spi", "people", "content", "assessment", "assessment::events")),
            Map.entry("certification",
                    Set.of("lti", "lti::spi", "people", "content", "assessment", "assessment::events", "campaign")),
            Map.entry("training",
                    Set.of("lti", "lti::spi", "people", "content", "assessment", "campaign", "campaign::events",
                            "certification", "certification::events")),
            Map.entry("gradebook",
                    Set.of("lti", "lti::spi", "people", "campaign::events", "certification::events",
                            "training::events")),
            Map.entry("supervision", Set.of("people", "certification", "certification::events")),
            Map.entry("shell", Set.of("lti", "ent", "people")),
            Map.entry("demo", Set.of()));

    private Arrows() {}

    /** What the rooms declare that the table does not say, or the other way round; one line a room, named by its package. */
    static List<String> faults(String base, JavaClasses classes) {
        Set<JavaPackage> rooms = classes.getPackage(base).getSubpackages();
        Set<String> present = rooms.stream().map(JavaPackage::getRelativeName).collect(Collectors.toSet());
        List<String> faults = new ArrayList<>();
        for (JavaPackage room : rooms) {
            Set<String> inTable = TABLE.get(room.getRelativeName());
            if (inTable == null) {
                faults.add(room.getName() + " is no room of the table");
            } else if (!room.isAnnotatedWith(ApplicationModule.class)) {
                faults.add(room.getName() + " declares nothing, so it could use every room");
            } else {
                Set<String> expected = inTable.stream().filter(arrow -> present.contains(arrow.split("::")[0]))
                        .collect(Collectors.toCollection(TreeSet::new));
                Set<String> declared = Stream
                        .of(room.getAnnotationOfType(ApplicationModule.class).allowedDependencies())
                        .map(arrow -> arrow.replace(" ", "")).collect(Collectors.toCollection(TreeSet::new));
                if (!declared.equals(expected)) {
                    faults.add(room.getName() + " declares " + declared + ", the table says " + expected);
                }
            }
        }
        return faults;
    }
}
