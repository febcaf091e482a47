package fr.pixlti.tool.content.domain;

import fr.pixlti.tool.content.domain.Releases.Pointer;
import fr.pixlti.tool.content.domain.Releases.Standing;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Keeps this node at the current release: at the start, which ends only when the content is read, and every few seconds
 * from then on. What the tool brings along is put into the database soon after the start, beside it.
 */
@Component
class FollowReleases implements SmartInitializingSingleton, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(FollowReleases.class);
    /** How exactly the database knows when a release was last used. */
    private static final Duration USE = Duration.ofHours(1);

    private final BuiltInContent builtIn;
    private final HeldContent held;
    private final SwitchRelease switchRelease;
    private final Releases releases;
    private final Transactions transactions;
    private final FollowTimes times;
    private final ScheduledExecutorService rounds = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("content").factory());
    private volatile Instant usedAt = Instant.EPOCH;

    /** How often, by which clock. */
    @Component
    record FollowTimes(ReleaseSettings settings, Clock clock) {}

    FollowReleases(BuiltInContent builtIn, HeldContent held, SwitchRelease switchRelease, Releases releases,
            Transactions transactions, FollowTimes times) {
        this.builtIn = builtIn;
        this.held = held;
        this.switchRelease = switchRelease;
        this.releases = releases;
        this.transactions = transactions;
        this.times = times;
    }

    /** @throws FaultyContent which stops the start */
    @Override
    public void afterSingletonsInstantiated() {
        builtIn.get();
        try {
            follow();
        } catch (DomainError e) {
            LOG.warn("Others are publishing; this node begins with the built-in content", e);
        }
        long every = times.settings().followEvery().toMillis();
        rounds.scheduleWithFixedDelay(this::round, Math.min(every, 1_000), every, TimeUnit.MILLISECONDS);
    }

    @Override
    public void destroy() {
        rounds.shutdownNow();
    }

    private void round() {
        try {
            if (!follow().stored()) {
                keepBuiltIn();
            }
            use();
        } catch (RuntimeException e) {
            if (!rounds.isShutdown()) {
                LOG.warn("The current release could not be looked up; the next try is in {}",
                        times.settings().followEvery(), e);
            }
        }
    }

    /** Takes up what is current now. @return what the database said */
    Standing follow() {
        Standing standing = transactions.call(() -> releases.standing(builtIn.id()));
        Pointer pointer = standing.pointer();
        if (pointer == null ? standing.number() > 0 : pointer.publication() < standing.number()) {
            switchRelease.compose();
        } else if (pointer != null && !pointer.release().equals(held.current().id())) {
            held.content(pointer.release()).ifPresentOrElse(held::take,
                    () -> LOG.error("The current release {} is not in the database", pointer.release()));
        }
        return standing;
    }

    /** Puts the built-in release into the database; harmless when another node did so at the same time. */
    void keepBuiltIn() {
        byte[] archive = Archive.of(builtIn.files());
        transactions.run(() -> {
            if (!releases.has(builtIn.id())) {
                releases.add(builtIn.id(), Releases.Origin.BUILT_IN, archive, times.clock().instant());
            }
        });
        LOG.info("Content {} is in the database, {} bytes", builtIn.id(), archive.length);
    }

    private void use() {
        Instant now = times.clock().instant();
        if (usedAt.plus(USE).isBefore(now)) {
            transactions.run(
                    () -> releases.use(List.of(builtIn.id(), held.current().id()), now, now.minus(USE)));
            usedAt = now;
        }
    }
}
