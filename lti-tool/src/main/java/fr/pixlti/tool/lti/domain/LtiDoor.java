package fr.pixlti.tool.lti.domain;

import fr.pixlti.tool.lti.LineItem;
import fr.pixlti.tool.lti.LtiApi;
import fr.pixlti.tool.lti.RosterReading;
import fr.pixlti.tool.lti.ServiceOutcome;
import fr.pixlti.tool.lti.Target;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.Transactions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door, as the other rooms meet it. */
@Component
class LtiDoor implements LtiApi {

    /** An operator may change their mind; until then, asking again costs nothing but a look. */
    private static final Duration WHILE_SUSPENDED = Duration.ofHours(1);

    private final Registrations registrations;
    private final ResourceLinks links;
    private final Gradebooks gradebooks;
    private final LineItemServices columns;
    private final Rosters rosters;
    private final Transactions transactions;

    LtiDoor(Registrations registrations, ResourceLinks links, Gradebooks gradebooks, LineItemServices columns,
            Rosters rosters, Transactions transactions) {
        this.registrations = registrations;
        this.links = links;
        this.gradebooks = gradebooks;
        this.columns = columns;
        this.rosters = rosters;
        this.transactions = transactions;
    }

    @Override
    public List<String> frameOrigins(UUID platformId) {
        return registrations.byId(platformId).map(Platform::frameOrigins).orElse(List.of());
    }

    @Override
    public boolean suspended(UUID platformId) {
        return registrations.byId(platformId).filter(platform -> platform.status() == Platform.Status.SUSPENDED)
                .isPresent();
    }

    @Override
    public Optional<Link> link(UUID linkId) {
        return transactions.call(() -> links.find(linkId)).map(ResourceLink::toLink);
    }

    @Override
    public void pickTarget(UUID linkId, Target target) {
        ResourceLink link = transactions.call(() -> links.pick(linkId, target))
                .orElseThrow(() -> DomainError.notFound("lti.link-unknown"));
        if (!link.picked().equals(Optional.of(target))) {
            throw new DomainError("lti.already-picked", DomainError.Kind.CONFLICT);
        }
    }

    @Override
    public ScoreOutcome postScore(UUID platformId, ScorePost score) {
        return registrations.byId(platformId)
                .map(platform -> platform.status() == Platform.Status.SUSPENDED
                        ? new ScoreOutcome.TryLater("platform-suspended", null, WHILE_SUSPENDED)
                        : gradebooks.postScore(platform, score))
                .orElseGet(() -> new ScoreOutcome.Refused("platform-unknown", null));
    }

    @Override
    public Optional<HeldResult> readResult(UUID platformId, String lineItemUrl, String userId) {
        return registrations.byId(platformId)
                .flatMap(platform -> gradebooks.readResult(platform, lineItemUrl, userId));
    }

    @Override
    public ServiceOutcome<Map<String, HeldResult>> readResults(UUID platformId, String lineItemUrl) {
        return at(platformId, platform -> gradebooks.readResults(platform, lineItemUrl));
    }

    @Override
    public ServiceOutcome<List<LineItem>> lineItems(Link link, @Nullable String tag) {
        return at(link.platformId(), platform -> columns.find(platform, container(link), link.resourceLinkId(), tag));
    }

    @Override
    public ServiceOutcome<LineItem> createLineItem(Link link, LineItem column) {
        return at(link.platformId(), platform -> columns.create(platform, container(link), column));
    }

    @Override
    public ServiceOutcome<LineItem> replaceLineItem(Link link, LineItem column) {
        return at(link.platformId(), platform -> columns.replace(platform, column));
    }

    @Override
    public void coupleLineItem(UUID linkId, String lineItemUrl) {
        transactions.run(() -> links.couple(linkId, lineItemUrl));
    }

    @Override
    public RosterReading readRoster(UUID platformId, String url) {
        return registrations.byId(platformId)
                .map(platform -> platform.status() == Platform.Status.SUSPENDED
                        ? new RosterReading.Failed(RosterReading.Reason.SUSPENDED)
                        : rosters.read(platform, url))
                .orElseGet(() -> new RosterReading.Failed(RosterReading.Reason.PLATFORM_UNKNOWN));
    }

    private static LineItems container(Link link) {
        return Objects.requireNonNull(link.lineItems(), "the link's platform offers no columns");
    }

    private <T> ServiceOutcome<T> at(UUID platformId, Function<Platform, ServiceOutcome<T>> call) {
        return registrations.byId(platformId).map(call)
                .orElseGet(() -> new ServiceOutcome.Never<>("platform-unknown", null));
    }
}
