package fr.pixlti.tool.lti;

import fr.pixlti.tool.lti.spi.ActivityProvider;
import fr.pixlti.tool.shared.DomainError;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Stands in for the campaign room: offers two competences, one or both, and a target that it then refuses to open. */
public final class TestActivities implements ActivityProvider {

    private static final Set<String> COMPETENCES = Set.of("1.1", "4.2", "refused", "ungraded",
            "made-1.1-4.2");

    public final List<Opening> openings = new CopyOnWriteArrayList<>();
    public final List<String> made = new CopyOnWriteArrayList<>();
    public final List<Reviewing> reviewed = new CopyOnWriteArrayList<>();
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
    public List<PickerEntry> pickerEntries(@Nullable UUID courseId, Locale locale) {
        return List.of(
                new PickerEntry(new Target("competence", "1.1"), "1. Information et données", "1.1 Mener une recherche",
                        "Chercher <et> trouver"),
                new PickerEntry(new Target("competence", "4.2"), "4. Protection et sécurité", "4.2 Protéger",
                        "Données"));
    }

    @Override
    public Offer offer(Target target, Locale locale) {
        if ("ungraded".equals(target.value())) {
            return Offer.ungraded("Sans note", "Texte");
        }
        return new Offer("Titre de " + target.value(), "Texte <b>de</b> " + target.value(), BigDecimal.valueOf(56),
                "resource-" + target.value(), EnumSet.of(Columns.SCORE, Columns.COMPETENCES));
    }

    @Override
    public Preview preview(Target target, Locale locale) {
        return new Preview("Aperçu de " + target.value(), "Texte", List.of("Un fait"),
                List.of(new Contents("Sujets", List.of("Un sujet"))),
                new Example("<p>Une question ?</p>", null, "", List.of("Un choix")));
    }

    @Override
    public Optional<Offer> offerTogether(List<Target> targets, Locale locale) {
        return Optional.of(new Offer("Les deux", "Texte des deux", BigDecimal.valueOf(112), null,
                EnumSet.allOf(Columns.class)));
    }

    @Override
    public Target makeTogether(List<Target> targets, String title, UUID courseId) {
        String value = "made-" + targets.stream().map(Target::value).sorted().collect(Collectors.joining("-"));
        made.add(title);
        return new Target("competence", value);
    }

    @Override
    public Optional<String> review(Reviewing reviewing) {
        reviewed.add(reviewing);
        return Optional.of("/reviewed/" + reviewing.target().value());
    }
}
