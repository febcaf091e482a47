package fr.pixlti.tool.content.domain;

import fr.pixlti.tool.content.domain.ComposeRelease.Composed;
import fr.pixlti.tool.content.domain.ComposeRelease.Part;
import fr.pixlti.tool.content.domain.Packs.Stored;
import fr.pixlti.tool.content.domain.Releases.Pointer;
import fr.pixlti.tool.content.domain.Releases.Standing;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes the built-in content and packs one release and makes that the current one, unless somebody published or
 * withdrew a pack meanwhile: then once more from the start.
 */
@Component
class SwitchRelease {

    private static final Logger LOG = LoggerFactory.getLogger(SwitchRelease.class);
    private static final int TRIES = 5;
    /** A statement must fit into 16 MB, the default of MariaDB's max_allowed_packet. */
    private static final int LARGEST = 15 << 20;

    private final BuiltInContent builtIn;
    private final HeldContent held;
    private final ComposeRelease composeRelease;
    private final Stock stock;
    private final Transactions transactions;
    private final Clock clock;

    /** What the database holds of both. */
    @Component
    record Stock(Releases releases, Packs packs) {}

    SwitchRelease(BuiltInContent builtIn, HeldContent held, ComposeRelease composeRelease, Stock stock,
            Transactions transactions, Clock clock) {
        this.builtIn = builtIn;
        this.held = held;
        this.composeRelease = composeRelease;
        this.stock = stock;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What is published, and after how many publications. */
    private record Published(Standing standing, List<Stored> packs) {}

    private record Choice(Composed composed, Set<UUID> leftOut) {}

    /** Composes what is published for this node's built-in content, when no other node has done so. */
    void compose() {
        for (int i = 0; i < TRIES; i++) {
            Published published = published();
            Choice choice = withoutFaulty(published.packs());
            int number = published.standing().number();
            if (switchTo(choice, number, () -> stock.releases().holds(number))) {
                return;
            }
        }
        throw busy();
    }

    /**
     * Publishes with one pack more.
     *
     * @param deed what else belongs into the transaction; what it throws undoes all
     * @throws FaultyContent when the pack does not go with what is published
     */
    void with(Stored pack, Runnable deed) {
        for (int i = 0; i < TRIES; i++) {
            Published published = published();
            if (published.packs().stream().anyMatch(each -> each.pack().id().equals(pack.pack().id()))) {
                throw new DomainError("content.pack-changed", DomainError.Kind.CONFLICT);
            }
            Choice before = withoutFaulty(published.packs());
            List<Part> parts = new ArrayList<>(parts(published.packs(), before.leftOut()));
            parts.add(part(pack));
            Composed composed = composeRelease.handle(parts);
            if (!composed.faults().isEmpty()) {
                throw new FaultyContent(composed.faults());
            }
            if (publish(new Choice(composed, before.leftOut()), published, deed)) {
                return;
            }
        }
        throw busy();
    }

    /** Publishes with one pack less. */
    void without(UUID pack, Runnable deed) {
        for (int i = 0; i < TRIES; i++) {
            Published published = published();
            Choice choice = withoutFaulty(
                    published.packs().stream().filter(each -> !each.pack().id().equals(pack)).toList());
            if (publish(choice, published, deed)) {
                return;
            }
        }
        throw busy();
    }

    /** What is wrong with a pack beside what is published, and what else there is to say. */
    Composed check(Part part, UUID itself) {
        List<Stored> others = published().packs().stream().filter(each -> !each.pack().id().equals(itself)).toList();
        List<Part> parts = new ArrayList<>(parts(others, withoutFaulty(others).leftOut()));
        parts.add(part);
        return composeRelease.handle(parts);
    }

    private Published published() {
        return transactions.call(
                () -> new Published(stock.releases().standing(builtIn.id()), stock.packs().published()));
    }

    private boolean publish(Choice choice, Published published, Runnable deed) {
        int number = published.standing().number();
        return switchTo(choice, number + 1, () -> {
            if (!stock.releases().advance(number)) {
                return false;
            }
            deed.run();
            return true;
        });
    }

    private boolean switchTo(Choice choice, int publication, BooleanSupplier still) {
        String id = choice.composed().id();
        byte[] archive = Archive.of(choice.composed().files());
        if (archive.length > LARGEST) {
            throw new DomainError("content.too-large", DomainError.Kind.CONFLICT);
        }
        boolean own = id.equals(builtIn.id());
        boolean done = transactions.call(() -> {
            if (!still.getAsBoolean()) {
                return false;
            }
            if (!stock.releases().has(id)) {
                stock.releases().add(id, own ? Releases.Origin.BUILT_IN : Releases.Origin.COMPOSED, archive,
                        clock.instant());
            }
            stock.releases().point(builtIn.id(), new Pointer(id, publication, choice.leftOut()), clock.instant());
            return true;
        });
        if (done) {
            held.take(own ? builtIn.get() : choice.composed().content());
            LOG.info("Content {} is current: {} items", id, held.current().items().size());
        }
        return done;
    }

    /** Packs were checked against another version of the built-in content: those that clash with this one stay out. */
    private Choice withoutFaulty(List<Stored> packs) {
        Set<UUID> leftOut = new HashSet<>();
        Composed composed = composeRelease.handle(parts(packs, leftOut));
        if (composed.faults().isEmpty()) {
            return new Choice(composed, leftOut);
        }
        List<Stored> good = new ArrayList<>();
        for (Stored pack : packs) {
            good.add(pack);
            Composed attempt = composeRelease.handle(parts(good, leftOut));
            if (!attempt.faults().isEmpty()) {
                good.removeLast();
                leftOut.add(pack.pack().id());
                LOG.warn("The pack {} does not go with the content {}: {}", pack.pack().id(), builtIn.id(),
                        attempt.faults());
            }
        }
        return new Choice(composeRelease.handle(parts(good, leftOut)), leftOut);
    }

    private static List<Part> parts(List<Stored> packs, Set<UUID> leftOut) {
        return packs.stream().filter(each -> !leftOut.contains(each.pack().id())).map(SwitchRelease::part).toList();
    }

    private static Part part(Stored pack) {
        return new Part(pack.pack().name(), Archive.read(pack.archive()));
    }

    private static DomainError busy() {
        return new DomainError("content.busy", DomainError.Kind.CONFLICT);
    }
}
