package fr.pixlti.tool.lti.domain;

import fr.pixlti.tool.lti.Columns;
import fr.pixlti.tool.lti.Target;
import fr.pixlti.tool.lti.spi.ActivityProvider;
import fr.pixlti.tool.lti.spi.ActivityProvider.Offer;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A teacher chooses content in the dialogue that a deep linking request opened, and gives the one response. */
@Component
public class ChooseContent {

    /** More than anyone adds at once, fewer than a form could be made to carry. */
    public static final int MOST_ITEMS = 50;
    private static final int LONGEST_TITLE = 255;
    /** Scripts take it within seconds; without them the teacher presses a button. */
    private static final Duration TO_BE_TAKEN = Duration.ofMinutes(10);

    private final Dialogues dialogues;
    private final ContentReturns returns;
    private final Activities activities;
    private final WriteResponse writeResponse;
    private final Transactions transactions;
    private final Clock clock;

    ChooseContent(Dialogues dialogues, ContentReturns returns, Activities activities, WriteResponse writeResponse,
            Transactions transactions, Clock clock) {
        this.dialogues = dialogues;
        this.returns = returns;
        this.activities = activities;
        this.writeResponse = writeResponse;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * The dialogue, still open.
     *
     * @throws DomainError {@code lti.content-unknown} for one that is not this person's; {@code lti.content-over} once
     *     answered or after its 8 hours
     */
    public Dialogue open(UUID id, PersonId person) {
        Dialogue dialogue = transactions.call(() -> dialogues.find(id)).filter(found -> found.person().equals(person))
                .orElseThrow(() -> DomainError.notFound("lti.content-unknown"));
        if (dialogue.answered() || !dialogue.expiresAt().isAfter(clock.instant())) {
            throw new DomainError("lti.content-over", DomainError.Kind.CONFLICT);
        }
        return dialogue;
    }

    /** What becomes of the targets ticked: one item for each, or one of all together. Targets that nobody offers are left out. */
    public Draft draft(List<Target> targets, boolean together, Locale locale) {
        return transactions.call(() -> {
            List<Target> wanted = targets.stream().distinct().limit(MOST_ITEMS)
                    .filter(target -> activities.providing(target).isPresent()).toList();
            Offer whole = activities.offerTogether(wanted, locale).orElse(null);
            if (together && whole != null) {
                return new Draft(List.of(new DraftItem(wanted, whole)), true, true);
            }
            List<DraftItem> items = wanted.stream().map(target -> new DraftItem(List.of(target),
                    activities.providing(target).orElseThrow().offer(target, locale))).toList();
            return new Draft(items, false, whole != null);
        });
    }

    /**
     * Makes the response, or keeps the choice for the frame that waits for it; an empty list closes the platform's dialogue.
     *
     * @param chosen as many as the platform accepts
     * @throws DomainError as {@link #open}; {@code lti.content-damaged} for a choice that was not offered
     */
    public ContentAnswer answer(UUID id, PersonId person, List<Chosen> chosen, Locale locale) {
        Dialogue dialogue = open(id, person);
        if (chosen.size() > MOST_ITEMS || (chosen.size() > 1 && !dialogue.settings().several())) {
            throw damaged();
        }
        Made result = transactions.call(() -> {
            Instant now = clock.instant();
            // First, as it is also the lock that lets one of two responses through.
            if (!dialogues.answer(id, now)) {
                throw new DomainError("lti.content-over", DomainError.Kind.CONFLICT);
            }
            List<ContentItem> made = new ArrayList<>();
            for (Chosen one : chosen) {
                made.add(item(one, dialogue, locale));
            }
            return new Made(made, returns.chosen(id, made, now, now.plus(TO_BE_TAKEN)));
        });
        return result.forFrame() ? new ContentAnswer.InFrame() : writeResponse.handle(dialogue, result.items());
    }

    private record Made(List<ContentItem> items, boolean forFrame) {}

    private ContentItem item(Chosen chosen, Dialogue dialogue, Locale locale) {
        if (chosen.targets().isEmpty()) {
            throw damaged();
        }
        Offer proposed = chosen.targets().size() == 1
                ? offer(chosen.targets().getFirst(), locale)
                : activities.offerTogether(chosen.targets(), locale).orElseThrow(ChooseContent::damaged);
        boolean ungraded = proposed.columns().isEmpty() && chosen.columns() == Columns.SCORE;
        if (!ungraded && !proposed.columns().contains(chosen.columns())) {
            throw damaged();
        }
        String title = title(chosen.title(), proposed.title());
        Target target = chosen.targets().size() == 1
                ? providing(chosen.targets().getFirst()).chosen(chosen.targets().getFirst(), title,
                        dialogue.courseId(), dialogue.person(), locale)
                : activities.makeTogether(chosen.targets(), title, dialogue.courseId(), locale).orElseThrow();
        Offer offer = target.equals(chosen.targets().getFirst()) ? proposed : offer(target, locale);
        return new ContentItem(target, title, offer.description(), chosen.columns(), offer.columnMaximum(),
                offer.resourceId() == null ? target.toString() : offer.resourceId());
    }

    private Offer offer(Target target, Locale locale) {
        return providing(target).offer(target, locale);
    }

    private ActivityProvider providing(Target target) {
        return activities.providing(target).orElseThrow(ChooseContent::damaged);
    }

    private static String title(String given, String proposed) {
        String title = given.isBlank() ? proposed : given.strip();
        return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE).strip();
    }

    private static DomainError damaged() {
        return new DomainError("lti.content-damaged", DomainError.Kind.INVALID);
    }

    /**
     * @param together whether it is one item of all that was ticked
     * @param mayBeTogether whether it could be
     */
    public record Draft(List<DraftItem> items, boolean together, boolean mayBeTogether) {}

    public record DraftItem(List<Target> targets, Offer offer) {}

    /** @param targets more than one for one activity of all of them; @param title blank for the one proposed */
    public record Chosen(List<Target> targets, String title, Columns columns) {}
}
