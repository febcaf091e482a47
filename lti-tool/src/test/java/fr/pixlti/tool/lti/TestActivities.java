package fr.pixlti.tool.lti;

import fr.pixlti.tool.lti.spi.ActivityProvider;
import fr.pixlti.tool.shared.DomainError;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands in for the campaign room: offers two competences, and a target that it then refuses to open. */
public final class TestActivities implements ActivityProvider {

    private static final Set<String> COMPETENCES = Set.of("1.1", "4.2", "refused");

    public final List<Opening> openings = new CopyOnWriteArrayList<>();
    public final List<Copied> copies = new CopyOnWriteArrayList<>();

    @Override
    public boolean provides(String kind) {
        return "competence".equals(kind);
    }

    @Override
    public boolean exists(Target target) {
        return COMPETENCES.contains(target.value());
    }

    @Override
    public String open(Opening opening) {
        if ("refused".equals(opening.target().value())) {
            throw new DomainError("lti.already-picked", DomainError.Kind.CONFLICT);
        }
        openings.add(opening);
        return "/opened/" + opening.target().value() + "/" + opening.role();
    }

    @Override
    public void copied(Copied copied) {
        copies.add(copied);
    }

    @Override
    public List<PickerEntry> pickerEntries(Locale locale) {
        return List.of(
                new PickerEntry(new Target("competence", "1.1"), "1. Information et données", "1.1 Mener une recherche",
                        "Chercher <et> trouver"),
                new PickerEntry(new Target("competence", "4.2"), "4. Protection et sécurité", "4.2 Protéger",
                        "Données"));
    }
}
