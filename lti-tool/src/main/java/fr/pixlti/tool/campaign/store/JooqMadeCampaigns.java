package fr.pixlti.tool.campaign.store;

import static fr.pixlti.schema.Tables.CAMPAIGN_CAMPAIGN;
import static fr.pixlti.schema.Tables.CAMPAIGN_PARTICIPATION;
import static fr.pixlti.schema.Tables.CAMPAIGN_SETTINGS;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.pixlti.schema.tables.CampaignParticipation;
import fr.pixlti.tool.campaign.domain.Campaign;
import fr.pixlti.tool.campaign.domain.CampaignSettings;
import fr.pixlti.tool.campaign.domain.CampaignTarget;
import fr.pixlti.tool.campaign.domain.MadeCampaigns;
import fr.pixlti.tool.campaign.domain.Participation;
import fr.pixlti.tool.campaign.domain.ReadMadeCampaign.Counts;
import fr.pixlti.tool.shared.PersonId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JooqMadeCampaigns implements MadeCampaigns {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final CampaignParticipation PARTICIPATION = CAMPAIGN_PARTICIPATION;
    private static final Field<Integer> SENT = DSL
            .count(DSL.when(PARTICIPATION.STATUS.eq(Participation.Status.SENT.name()), 1));

    private final DSLContext db;
    private final JooqCampaigns campaigns;

    /** What a campaign tests never changes, so every node may remember it. */
    private final Cache<UUID, CampaignTarget> targets = Caffeine.newBuilder().maximumSize(2_000).build();

    JooqMadeCampaigns(DSLContext db, JooqCampaigns campaigns) {
        this.db = db;
        this.campaigns = campaigns;
    }

    @Override
    public void add(Campaign campaign, CampaignSettings settings) {
        campaigns.add(campaign, settings.createdAt());
        add(campaign.id(), settings);
    }

    @Override
    public boolean hasCopy(UUID origin, UUID course) {
        return db.fetchExists(CAMPAIGN_CAMPAIGN,
                CAMPAIGN_CAMPAIGN.COPIED_FROM.eq(origin).and(CAMPAIGN_CAMPAIGN.COURSE_ID.eq(course)));
    }

    @Override
    public void addCopy(UUID origin, Campaign campaign, CampaignSettings settings) {
        if (campaigns.keep(campaign, origin, settings.createdAt()).equals(campaign.id())) {
            add(campaign.id(), settings);
        }
    }

    private void add(UUID id, CampaignSettings settings) {
        db.insertInto(CAMPAIGN_SETTINGS).set(CAMPAIGN_SETTINGS.CAMPAIGN_ID, id)
                .set(CAMPAIGN_SETTINGS.NAME, settings.name()).set(CAMPAIGN_SETTINGS.CODE, settings.code())
                .set(CAMPAIGN_SETTINGS.PROFILE, settings.profile())
                .set(CAMPAIGN_SETTINGS.TARGET,
                        settings.target() == null ? null : JSON.writeValueAsString(settings.target()))
                .set(CAMPAIGN_SETTINGS.LANDING_TEXT, settings.landingText())
                .set(CAMPAIGN_SETTINGS.RESULT_TEXT, settings.resultText())
                .set(CAMPAIGN_SETTINGS.MULTIPLE_SENDINGS, settings.multipleSendings())
                .set(CAMPAIGN_SETTINGS.EXTERNAL_ID_LABEL, settings.externalIdLabel())
                .set(CAMPAIGN_SETTINGS.CREATED_BY, settings.createdBy().value()).execute();
    }

    /** Gives a campaign what was decided of another, as a new one: another code, and active. */
    static void copy(DSLContext db, UUID from, UUID to, String code) {
        var t = CAMPAIGN_SETTINGS;
        db.insertInto(t, t.CAMPAIGN_ID, t.NAME, t.CODE, t.PROFILE, t.TARGET, t.LANDING_TEXT, t.RESULT_TEXT,
                t.MULTIPLE_SENDINGS, t.EXTERNAL_ID_LABEL, t.CREATED_BY)
                .select(db.select(DSL.val(to), t.NAME, DSL.val(code), t.PROFILE, t.TARGET, t.LANDING_TEXT,
                        t.RESULT_TEXT, t.MULTIPLE_SENDINGS, t.EXTERNAL_ID_LABEL, t.CREATED_BY).from(t)
                        .where(t.CAMPAIGN_ID.eq(from)))
                .execute();
    }

    @Override
    public Optional<CampaignSettings> settings(UUID campaignId) {
        CampaignTarget known = targets.getIfPresent(campaignId);
        // A target may be a few kilobytes: read once, not with each look at a campaign.
        return db
                .select(CAMPAIGN_SETTINGS.NAME, CAMPAIGN_SETTINGS.CODE, CAMPAIGN_SETTINGS.PROFILE,
                        CAMPAIGN_SETTINGS.LANDING_TEXT, CAMPAIGN_SETTINGS.RESULT_TEXT,
                        CAMPAIGN_SETTINGS.MULTIPLE_SENDINGS, CAMPAIGN_SETTINGS.EXTERNAL_ID_LABEL,
                        CAMPAIGN_SETTINGS.CREATED_BY, CAMPAIGN_CAMPAIGN.CREATED_AT, CAMPAIGN_SETTINGS.ARCHIVED_AT,
                        CAMPAIGN_SETTINGS.VERSION, CAMPAIGN_CAMPAIGN.KIND)
                .from(CAMPAIGN_SETTINGS).join(CAMPAIGN_CAMPAIGN)
                .on(CAMPAIGN_CAMPAIGN.ID.eq(CAMPAIGN_SETTINGS.CAMPAIGN_ID))
                .where(CAMPAIGN_SETTINGS.CAMPAIGN_ID.eq(campaignId)).fetchOptional()
                .map(row -> new CampaignSettings(row.value1(), row.value2(), row.value3(),
                        Campaign.Kind.COLLECTION.name().equals(row.value12())
                                ? null
                                : known == null ? target(campaignId) : known,
                        Objects.requireNonNullElse(row.value4(), ""), Objects.requireNonNullElse(row.value5(), ""),
                        row.value6(), row.value7(), new PersonId(row.value8()), instant(row.value9()),
                        row.value10() == null ? null : instant(row.value10()), row.value11()));
    }

    private CampaignTarget target(UUID campaignId) {
        CampaignTarget target = JSON.readValue(
                db.select(CAMPAIGN_SETTINGS.TARGET).from(CAMPAIGN_SETTINGS)
                        .where(CAMPAIGN_SETTINGS.CAMPAIGN_ID.eq(campaignId)).fetchSingle().value1(),
                CampaignTarget.class);
        targets.put(campaignId, target);
        return target;
    }

    @Override
    public Map<UUID, Counts> counts(Collection<UUID> wanted) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        // Everybody is counted on one index, the few who do not count on another: no row is read for either.
        Map<UUID, Counts> counts = new HashMap<>();
        add(counts, db.select(PARTICIPATION.CAMPAIGN_ID, DSL.count(), SENT).from(PARTICIPATION)
                .where(PARTICIPATION.CAMPAIGN_ID.in(wanted)).groupBy(PARTICIPATION.CAMPAIGN_ID), 1);
        add(counts, db.select(PARTICIPATION.CAMPAIGN_ID, DSL.count(), SENT).from(PARTICIPATION)
                .where(PARTICIPATION.CAMPAIGN_ID.in(wanted)).and(PARTICIPATION.TRIAL)
                .groupBy(PARTICIPATION.CAMPAIGN_ID), -1);
        return counts;
    }

    private static void add(Map<UUID, Counts> counts, Select<Record3<UUID, Integer, Integer>> counted, int sign) {
        counted.forEach(row -> counts.merge(row.value1(),
                new Counts((long) sign * row.value2(), (long) sign * row.value3()),
                (one, other) -> new Counts(one.participants() + other.participants(),
                        one.received() + other.received())));
    }

    @Override
    public int count(UUID course, Wanted wanted) {
        return db.fetchCount(CAMPAIGN_SETTINGS.join(CAMPAIGN_CAMPAIGN)
                .on(CAMPAIGN_CAMPAIGN.ID.eq(CAMPAIGN_SETTINGS.CAMPAIGN_ID)), condition(course, wanted));
    }

    @Override
    public List<Listed> list(UUID course, Wanted wanted, int offset, int limit) {
        return db
                .select(CAMPAIGN_CAMPAIGN.ID, CAMPAIGN_CAMPAIGN.KIND, CAMPAIGN_SETTINGS.NAME, CAMPAIGN_SETTINGS.CODE,
                        CAMPAIGN_SETTINGS.CREATED_BY, CAMPAIGN_CAMPAIGN.CREATED_AT, CAMPAIGN_SETTINGS.ARCHIVED_AT)
                .from(CAMPAIGN_SETTINGS).join(CAMPAIGN_CAMPAIGN)
                .on(CAMPAIGN_CAMPAIGN.ID.eq(CAMPAIGN_SETTINGS.CAMPAIGN_ID)).where(condition(course, wanted))
                .orderBy(wanted.sort() == Sort.NAME
                        ? CAMPAIGN_SETTINGS.NAME.asc()
                        : CAMPAIGN_CAMPAIGN.CREATED_AT.desc(), CAMPAIGN_CAMPAIGN.ID.desc())
                .limit(limit).offset(offset)
                .fetch(row -> new Listed(row.value1(), Campaign.Kind.valueOf(row.value2()), row.value3(),
                        row.value4(), new PersonId(row.value5()), instant(row.value6()),
                        row.value7() == null ? null : instant(row.value7())));
    }

    private static Condition condition(UUID course, Wanted wanted) {
        Condition condition = CAMPAIGN_CAMPAIGN.COURSE_ID.eq(course)
                .and(wanted.archived()
                        ? CAMPAIGN_SETTINGS.ARCHIVED_AT.isNotNull()
                        : CAMPAIGN_SETTINGS.ARCHIVED_AT.isNull());
        if (!wanted.words().isEmpty()) {
            condition = condition.and(CAMPAIGN_SETTINGS.NAME.contains(wanted.words()));
        }
        return wanted.creator() == null
                ? condition
                : condition.and(CAMPAIGN_SETTINGS.CREATED_BY.eq(wanted.creator().value()));
    }

    @Override
    public List<PersonId> creators(UUID course) {
        return db.selectDistinct(CAMPAIGN_SETTINGS.CREATED_BY).from(CAMPAIGN_SETTINGS).join(CAMPAIGN_CAMPAIGN)
                .on(CAMPAIGN_CAMPAIGN.ID.eq(CAMPAIGN_SETTINGS.CAMPAIGN_ID))
                .where(CAMPAIGN_CAMPAIGN.COURSE_ID.eq(course)).fetch(row -> new PersonId(row.value1()));
    }

    @Override
    public Optional<UUID> ofCode(String code) {
        return db.select(CAMPAIGN_SETTINGS.CAMPAIGN_ID).from(CAMPAIGN_SETTINGS)
                .where(CAMPAIGN_SETTINGS.CODE.eq(code.toUpperCase(Locale.ROOT)))
                .fetchOptional(CAMPAIGN_SETTINGS.CAMPAIGN_ID);
    }

    @Override
    public boolean edit(UUID campaignId, @Nullable String title, CampaignSettings after) {
        boolean mine = db.update(CAMPAIGN_SETTINGS).set(CAMPAIGN_SETTINGS.NAME, after.name())
                .set(CAMPAIGN_SETTINGS.LANDING_TEXT, after.landingText())
                .set(CAMPAIGN_SETTINGS.RESULT_TEXT, after.resultText())
                .set(CAMPAIGN_SETTINGS.MULTIPLE_SENDINGS, after.multipleSendings())
                .set(CAMPAIGN_SETTINGS.EXTERNAL_ID_LABEL, after.externalIdLabel())
                .set(CAMPAIGN_SETTINGS.VERSION, after.version() + 1)
                .where(CAMPAIGN_SETTINGS.CAMPAIGN_ID.eq(campaignId))
                .and(CAMPAIGN_SETTINGS.VERSION.eq(after.version())).execute() == 1;
        if (mine) {
            campaigns.rename(campaignId, title);
        }
        return mine;
    }

    @Override
    public void archive(UUID campaignId, PersonId by, @Nullable Instant at) {
        db.update(CAMPAIGN_SETTINGS)
                .set(CAMPAIGN_SETTINGS.ARCHIVED_AT, at == null ? null : LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .set(CAMPAIGN_SETTINGS.ARCHIVED_BY, by.value())
                .where(CAMPAIGN_SETTINGS.CAMPAIGN_ID.eq(campaignId)).execute();
    }

    private static Instant instant(LocalDateTime utc) {
        return utc.toInstant(ZoneOffset.UTC);
    }
}
