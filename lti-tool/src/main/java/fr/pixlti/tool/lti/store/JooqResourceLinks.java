package fr.pixlti.tool.lti.store;

import static fr.pixlti.schema.Tables.LTI_DEPLOYMENT;
import static fr.pixlti.schema.Tables.LTI_RESOURCE_LINK;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.val;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.pixlti.tool.lti.Columns;
import fr.pixlti.tool.lti.Target;
import fr.pixlti.tool.lti.domain.ResourceLink;
import fr.pixlti.tool.lti.domain.ResourceLinks;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class JooqResourceLinks implements ResourceLinks {

    private static final List<SelectField<?>> COLUMNS = List.of(LTI_RESOURCE_LINK.ID, LTI_DEPLOYMENT.PLATFORM_ID,
            LTI_RESOURCE_LINK.DEPLOYMENT_ID, LTI_RESOURCE_LINK.RESOURCE_LINK_ID, LTI_RESOURCE_LINK.CONTEXT_ID,
            LTI_RESOURCE_LINK.TITLE, LTI_RESOURCE_LINK.PICKED_TARGET, LTI_RESOURCE_LINK.LINE_ITEM_URL,
            LTI_RESOURCE_LINK.LINE_ITEMS_URL, LTI_RESOURCE_LINK.AGS_SCOPES, LTI_RESOURCE_LINK.GRADE_COLUMNS,
            LTI_RESOURCE_LINK.LANGUAGE);

    private final DSLContext db;
    private final Clock clock;

    /** Links launched a moment ago: a class that arrives together reads its link once. */
    private final Cache<Key, ResourceLink> recently = Caffeine.newBuilder().maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(30)).build();

    JooqResourceLinks(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public Optional<ResourceLink> find(UUID id) {
        return find(LTI_RESOURCE_LINK.ID.eq(id));
    }

    @Override
    public Optional<ResourceLink> find(UUID deploymentId, String resourceLinkId) {
        return find(LTI_RESOURCE_LINK.DEPLOYMENT_ID.eq(deploymentId)
                .and(LTI_RESOURCE_LINK.RESOURCE_LINK_ID.eq(resourceLinkId)));
    }

    @Override
    public Optional<ResourceLink> recent(UUID deploymentId, String resourceLinkId) {
        Key key = new Key(deploymentId, resourceLinkId);
        Optional<ResourceLink> known = Optional.ofNullable(recently.getIfPresent(key));
        if (known.isPresent()) {
            return known;
        }
        Optional<ResourceLink> found = find(deploymentId, resourceLinkId);
        found.ifPresent(link -> Transactions.afterCommit(() -> recently.put(key, link)));
        return found;
    }

    @Override
    public ResourceLink add(ResourceLink link) {
        return add(link, null);
    }

    @Override
    public ResourceLink addCopy(ResourceLink link, UUID originId) {
        return add(link, originId);
    }

    @Override
    public List<ResourceLink> ofPlatform(UUID platformId, Collection<String> resourceLinkIds) {
        return select(LTI_DEPLOYMENT.PLATFORM_ID.eq(platformId)
                .and(LTI_RESOURCE_LINK.RESOURCE_LINK_ID.in(resourceLinkIds))).fetch(JooqResourceLinks::link);
    }

    @Override
    public List<ResourceLink> ofContexts(UUID deploymentId, Collection<String> contextIds, String title) {
        return select(LTI_RESOURCE_LINK.DEPLOYMENT_ID.eq(deploymentId)
                .and(LTI_RESOURCE_LINK.CONTEXT_ID.in(contextIds)).and(LTI_RESOURCE_LINK.TITLE.eq(title)))
                .fetch(JooqResourceLinks::link);
    }

    private ResourceLink add(ResourceLink link, @Nullable UUID copiedFrom) {
        LocalDateTime now = LocalDateTime.now(clock);
        // One statement that locks the row at once: a class that arrives together would deadlock on two.
        UUID id = db.insertInto(LTI_RESOURCE_LINK).set(LTI_RESOURCE_LINK.ID, link.id())
                .set(LTI_RESOURCE_LINK.DEPLOYMENT_ID, link.deploymentId())
                .set(LTI_RESOURCE_LINK.RESOURCE_LINK_ID, link.resourceLinkId())
                .set(LTI_RESOURCE_LINK.CONTEXT_ID, link.contextId()).set(LTI_RESOURCE_LINK.TITLE, link.title())
                .set(LTI_RESOURCE_LINK.LINE_ITEM_URL, link.lineItem())
                .set(LTI_RESOURCE_LINK.LINE_ITEMS_URL, link.lineItems())
                .set(LTI_RESOURCE_LINK.AGS_SCOPES, link.scopes())
                .set(LTI_RESOURCE_LINK.GRADE_COLUMNS, link.columns().name())
                .set(LTI_RESOURCE_LINK.LANGUAGE, link.language())
                .set(LTI_RESOURCE_LINK.PICKED_TARGET, link.pickedTarget())
                .set(LTI_RESOURCE_LINK.COPIED_FROM, copiedFrom).set(LTI_RESOURCE_LINK.CREATED_AT, now)
                .set(LTI_RESOURCE_LINK.UPDATED_AT, now).onDuplicateKeyUpdate()
                .set(LTI_RESOURCE_LINK.DEPLOYMENT_ID, link.deploymentId()).returningResult(LTI_RESOURCE_LINK.ID)
                .fetchSingle().value1();
        return new ResourceLink(id, link.platformId(), link.deploymentId(), link.resourceLinkId(), link.contextId(),
                link.title(), link.pickedTarget(), link.lineItem(), link.lineItems(), link.scopes(), link.columns(),
                link.language());
    }

    @Override
    public void update(ResourceLink link) {
        Transactions.afterCommit(() -> recently.invalidate(new Key(link.deploymentId(), link.resourceLinkId())));
        db.update(LTI_RESOURCE_LINK).set(LTI_RESOURCE_LINK.CONTEXT_ID, link.contextId())
                .set(LTI_RESOURCE_LINK.TITLE, link.title())
                // What this node remembers of the link may be older than a column that another found for it.
                .set(LTI_RESOURCE_LINK.LINE_ITEM_URL, coalesce(val(link.lineItem()), LTI_RESOURCE_LINK.LINE_ITEM_URL))
                .set(LTI_RESOURCE_LINK.LINE_ITEMS_URL, link.lineItems())
                .set(LTI_RESOURCE_LINK.AGS_SCOPES, link.scopes())
                .set(LTI_RESOURCE_LINK.GRADE_COLUMNS, link.columns().name())
                .set(LTI_RESOURCE_LINK.LANGUAGE, link.language())
                .set(LTI_RESOURCE_LINK.UPDATED_AT, LocalDateTime.now(clock)).where(LTI_RESOURCE_LINK.ID.eq(link.id()))
                .execute();
    }

    @Override
    public Optional<ResourceLink> pick(UUID id, Target target) {
        db.update(LTI_RESOURCE_LINK).set(LTI_RESOURCE_LINK.PICKED_TARGET, target.toString())
                .set(LTI_RESOURCE_LINK.UPDATED_AT, LocalDateTime.now(clock)).where(LTI_RESOURCE_LINK.ID.eq(id))
                .and(LTI_RESOURCE_LINK.PICKED_TARGET.isNull()).execute();
        // Locking, so as to see what another teacher picked after this transaction began.
        return select(LTI_RESOURCE_LINK.ID.eq(id)).forUpdate().fetchOptional(JooqResourceLinks::link);
    }

    @Override
    public void couple(UUID id, String lineItemUrl) {
        db.update(LTI_RESOURCE_LINK).set(LTI_RESOURCE_LINK.LINE_ITEM_URL, lineItemUrl)
                .set(LTI_RESOURCE_LINK.UPDATED_AT, LocalDateTime.now(clock)).where(LTI_RESOURCE_LINK.ID.eq(id))
                .and(LTI_RESOURCE_LINK.LINE_ITEM_URL.isNull()).execute();
    }

    private Optional<ResourceLink> find(Condition condition) {
        return select(condition).fetchOptional(JooqResourceLinks::link);
    }

    private SelectConditionStep<Record> select(Condition condition) {
        return db.select(COLUMNS).from(LTI_RESOURCE_LINK).join(LTI_DEPLOYMENT)
                .on(LTI_DEPLOYMENT.ID.eq(LTI_RESOURCE_LINK.DEPLOYMENT_ID)).where(condition);
    }

    private static ResourceLink link(Record row) {
        return new ResourceLink(row.get(LTI_RESOURCE_LINK.ID), row.get(LTI_DEPLOYMENT.PLATFORM_ID),
                row.get(LTI_RESOURCE_LINK.DEPLOYMENT_ID), row.get(LTI_RESOURCE_LINK.RESOURCE_LINK_ID),
                row.get(LTI_RESOURCE_LINK.CONTEXT_ID), row.get(LTI_RESOURCE_LINK.TITLE),
                row.get(LTI_RESOURCE_LINK.PICKED_TARGET), row.get(LTI_RESOURCE_LINK.LINE_ITEM_URL),
                row.get(LTI_RESOURCE_LINK.LINE_ITEMS_URL), row.get(LTI_RESOURCE_LINK.AGS_SCOPES),
                Columns.valueOf(row.get(LTI_RESOURCE_LINK.GRADE_COLUMNS)), row.get(LTI_RESOURCE_LINK.LANGUAGE));
    }

    private record Key(UUID deploymentId, String resourceLinkId) {}
}
