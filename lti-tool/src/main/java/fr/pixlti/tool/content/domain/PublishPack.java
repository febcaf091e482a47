package fr.pixlti.tool.content.domain;

import fr.pixlti.tool.content.domain.Packs.Pack;
import fr.pixlti.tool.content.domain.Packs.State;
import fr.pixlti.tool.content.domain.Packs.Stored;
import fr.pixlti.tool.content.domain.UploadPack.Writing;
import fr.pixlti.tool.shared.CurrentOperator;
import fr.pixlti.tool.shared.DomainError;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Publishes packs, withdraws them, and removes what is not published. Tests under way keep their release. */
@Component
public class PublishPack {

    private final SwitchRelease switchRelease;
    private final Packs packs;
    private final Writing writing;

    PublishPack(SwitchRelease switchRelease, Packs packs, Writing writing) {
        this.switchRelease = switchRelease;
        this.packs = packs;
        this.writing = writing;
    }

    /**
     * New tests ask what is in the pack from now on, on other nodes within half a minute.
     *
     * @throws FaultyContent when it no longer goes with what is published
     * @throws DomainError {@code content.pack-gone}, {@code content.pack-changed}, {@code content.busy},
     *     {@code content.too-large}
     */
    public void publish(CurrentOperator operator, UUID id) {
        Stored pack = found(operator, id);
        if (pack.pack().state() == State.PUBLISHED) {
            throw changed();
        }
        switchRelease.with(pack, () -> change(operator, pack.pack(), State.PUBLISHED, "content.pack-published"));
    }

    /** New tests no longer ask what is in the pack. */
    public void withdraw(CurrentOperator operator, UUID id) {
        Pack pack = found(operator, id).pack();
        if (pack.state() != State.PUBLISHED) {
            throw changed();
        }
        switchRelease.without(id, () -> change(operator, pack, State.WITHDRAWN, "content.pack-withdrawn"));
    }

    /** Removes a pack that is not published; releases that it was part of keep what they had of it. */
    public void remove(CurrentOperator operator, UUID id) {
        Pack pack = found(operator, id).pack();
        writing.transactions().run(() -> {
            if (!packs.remove(id)) {
                throw changed();
            }
            writing.audit().record(operator, "content.pack-removed", pack.name());
        });
    }

    private Stored found(CurrentOperator operator, UUID id) {
        operator.require(CurrentOperator.Role.OPERATOR);
        return writing.transactions().call(() -> packs.find(id))
                .orElseThrow(() -> DomainError.notFound("content.pack-gone"));
    }

    private void change(CurrentOperator operator, Pack pack, State to, String deed) {
        if (!packs.change(pack.id(), pack.state(), to, operator.name(), writing.clock().instant())) {
            throw changed();
        }
        writing.audit().record(operator, deed, pack.name());
    }

    private static DomainError changed() {
        return new DomainError("content.pack-changed", DomainError.Kind.CONFLICT);
    }
}
