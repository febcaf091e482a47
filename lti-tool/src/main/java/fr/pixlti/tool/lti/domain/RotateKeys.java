package fr.pixlti.tool.lti.domain;

import fr.pixlti.tool.shared.AuditLog;
import fr.pixlti.tool.shared.CurrentOperator;
import fr.pixlti.tool.shared.CurrentOperator.Role;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.Ids;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Brings the tool's next key, by schedule or by button: published for some time before it signs, while the one before it
 * goes on signing, which then stays published for as long. Whoever makes a key names the generation that it follows, and
 * generations are unique: so two nodes, or two operators, make one key between them.
 */
@Component
public class RotateKeys {

    private static final Logger LOG = LoggerFactory.getLogger(RotateKeys.class);

    private final ToolKeys keys;
    private final ToolKeyCipher cipher;
    private final ToolKeyRing ring;
    private final AuditLog audit;
    private final Transactions transactions;
    private final ToolKeySettings settings;
    private final Ids ids;
    private final Clock clock;

    RotateKeys(ToolKeys keys, ToolKeyCipher cipher, ToolKeyRing ring, AuditLog audit, Transactions transactions,
            ToolKeySettings settings, Ids ids, Clock clock) {
        this.keys = keys;
        this.cipher = cipher;
        this.ring = ring;
        this.audit = audit;
        this.transactions = transactions;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** Where a key is in its life. */
    public enum State {
        NEXT, SIGNS, PUBLISHED, RETIRED
    }

    /** A key as an operator sees it. See {@link ToolKey}. */
    public record Shown(UUID id, String kid, int generation, State state, Instant createdAt, Instant activeFrom,
            @Nullable Instant retiredAt, @Nullable String madeBy, @Nullable String retiredBy) {}

    /** All keys there ever were, newest first. */
    public List<Shown> all(CurrentOperator operator) {
        operator.require(Role.OPERATOR);
        Instant now = clock.instant();
        List<ToolKey> all = transactions.call(keys::all);
        int signing = all.stream().filter(key -> key.signs(now)).mapToInt(ToolKey::generation).max().orElse(0);
        return all.stream().sorted(Comparator.comparing(ToolKey::generation).reversed())
                .map(key -> new Shown(key.id(), ToolKeyRing.kid(key), key.generation(), state(key, signing, now),
                        key.createdAt(), key.activeFrom(), key.retiredAt(), key.madeBy(), key.retiredBy()))
                .toList();
    }

    private static State state(ToolKey key, int signing, Instant now) {
        if (!key.published(now)) {
            return State.RETIRED;
        }
        if (key.generation() == signing) {
            return State.SIGNS;
        }
        return key.activeFrom().isAfter(now) ? State.NEXT : State.PUBLISHED;
    }

    /** Brings the next key once the present one has signed for its lifetime, so that it can sign from then on. */
    public void whenDue() {
        ToolKey newest = newest(transactions.call(keys::all));
        Instant from = clock.instant().plus(settings.keyOverlap());
        if (!newest.activeFrom().plus(settings.keyLifetime()).isAfter(from)) {
            follow(newest.generation(), null);
        }
    }

    /**
     * Brings the next key now.
     *
     * @param generation the newest that the operator saw
     * @return false when there is a newer one already
     */
    public boolean rotate(CurrentOperator operator, int generation) {
        operator.require(Role.OPERATOR);
        return follow(generation, operator);
    }

    private boolean follow(int generation, @Nullable CurrentOperator operator) {
        Instant now = clock.instant();
        Instant from = now.plus(settings.keyOverlap());
        ToolKey next = cipher.generate(ids.next(), generation + 1, now, from,
                operator == null ? null : operator.name());
        boolean made = transactions.call(() -> {
            if (newest(keys.all()).generation() != generation || !keys.addUnlessThere(next)) {
                return false;
            }
            keys.retireBefore(next.generation(), from.plus(settings.keyOverlap()));
            if (operator != null) {
                audit.record(operator, "lti.key-made", ToolKeyRing.kid(next));
            }
            return true;
        });
        ring.refresh();
        if (made) {
            LOG.info("The tool will sign with key {} from {} on", ToolKeyRing.kid(next), from);
        }
        return made;
    }

    /**
     * Retires a key that has leaked. When it is the one that signs, the one that was to come signs now, or a new one; when
     * it is the one to come, another one comes in its place.
     *
     * @throws DomainError {@code lti.no-key} when there is no such key, or it is retired already
     */
    public void retireAtOnce(CurrentOperator operator, UUID id) {
        operator.require(Role.OPERATOR);
        Instant now = clock.instant();
        int generation = newest(transactions.call(keys::all)).generation() + 1;
        ToolKey spare = cipher.generate(ids.next(), generation, now, now, operator.name());
        transactions.run(() -> {
            if (!keys.retireNow(id, operator.name(), now)) {
                throw DomainError.notFound("lti.no-key");
            }
            List<ToolKey> all = keys.all();
            ToolKey leaked = all.stream().filter(key -> key.id().equals(id)).findFirst().orElseThrow();
            audit.record(operator, "lti.key-retired", ToolKeyRing.kid(leaked));
            replace(leaked, all, spare, operator, now);
        });
        ring.refresh();
        LOG.warn("Key {} is retired at once", id);
    }

    private void replace(ToolKey leaked, List<ToolKey> all, ToolKey spare, CurrentOperator operator, Instant now) {
        boolean signed = !leaked.activeFrom().isAfter(now);
        List<ToolKey> younger = all.stream()
                .filter(key -> key.generation() > leaked.generation() && key.published(now)).toList();
        if (younger.stream().anyMatch(key -> key.signs(now)) || !signed && !younger.isEmpty()) {
            return;
        }
        if (!younger.isEmpty()) {
            keys.activateNow(newest(younger).id(), now);
        } else if (keys.addUnlessThere(signed ? spare : spare.activeFrom(now.plus(settings.keyOverlap())))) {
            audit.record(operator, "lti.key-made", ToolKeyRing.kid(spare));
        } else {
            // Another one came meanwhile: the second time round, it is found.
            throw new ConcurrencyFailureException("A key of generation " + spare.generation() + " has come");
        }
    }

    private static ToolKey newest(List<ToolKey> keys) {
        return keys.stream().max(Comparator.comparing(ToolKey::generation)).orElseThrow();
    }
}
