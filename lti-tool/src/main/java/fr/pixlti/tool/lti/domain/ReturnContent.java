package fr.pixlti.tool.lti.domain;

import fr.pixlti.tool.lti.domain.ContentReturns.Chosen;
import fr.pixlti.tool.lti.domain.ContentReturns.Waiting;
import fr.pixlti.tool.shared.ToolSettings;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gives the page in the platform's frame what a teacher chose in a window of its own: Moodle takes the response in that
 * frame only. The page has no session; it holds a secret that is good for this and nothing else, once (ADR 0003).
 */
@Component
public class ReturnContent {

    private final ContentReturns returns;
    private final Dialogues dialogues;
    private final Registrations registrations;
    private final WriteResponse writeResponse;
    private final Transactions transactions;
    private final Clock clock;
    private final String ownOrigin;

    ReturnContent(ContentReturns returns, Dialogues dialogues, Registrations registrations,
            WriteResponse writeResponse, Transactions transactions, Clock clock, ToolSettings tool) {
        this.returns = returns;
        this.dialogues = dialogues;
        this.registrations = registrations;
        this.writeResponse = writeResponse;
        this.transactions = transactions;
        this.clock = clock;
        this.ownOrigin = Origin.of(tool.publicUrl());
    }

    /** Whether something was chosen, without using the secret. @throws LaunchRefused as {@link #take} */
    public boolean ready(@Nullable String secret, @Nullable String origin) {
        return waiting(ours(secret, origin)).ready();
    }

    /**
     * The response, or that nothing was chosen yet; the secret dies with the response.
     *
     * @param origin of the page that asks, as the browser says: only our own
     * @throws LaunchRefused {@code content-gone} for a secret that is wrong, used or too old
     */
    public Taken take(@Nullable String secret, @Nullable String origin) {
        OneUseSecret ours = ours(secret, origin);
        Optional<Chosen> chosen = transactions.call(() -> returns.take(ours, clock.instant()));
        if (chosen.isEmpty()) {
            return new Taken.NotYet(ours, registrations.byId(waiting(ours).platformId()).orElseThrow());
        }
        Dialogue dialogue = transactions.call(() -> dialogues.find(chosen.get().dialogueId())).orElseThrow();
        return new Taken.Now(writeResponse.handle(dialogue, chosen.get().items()));
    }

    private Waiting waiting(OneUseSecret secret) {
        return transactions.call(() -> returns.find(secret, clock.instant())).orElseThrow(ReturnContent::gone);
    }

    private OneUseSecret ours(@Nullable String secret, @Nullable String origin) {
        return Optional.ofNullable(secret).filter(text -> ownOrigin.equals(origin)).flatMap(OneUseSecret::parse)
                .orElseThrow(ReturnContent::gone);
    }

    private static LaunchRefused gone() {
        return new LaunchRefused(Fault.CONTENT_GONE);
    }

    /** What the frame's page gets. */
    public sealed interface Taken {

        /** The response, to be posted by the frame. */
        record Now(ContentAnswer.Response response) implements Taken {}

        /** Nothing was chosen yet: the secret stays good. */
        record NotYet(OneUseSecret secret, Platform platform) implements Taken {}
    }
}
