package fr.pixlti.tool.campaign.web;

import fr.pixlti.tool.campaign.domain.MadeCampaigns.Wanted;
import fr.pixlti.tool.campaign.domain.made.ListCampaigns;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The list of a course's campaigns.
 *
 * @param courseTitle empty when the host gave none
 * @param creator the one chosen, absent for anybody
 * @param filtered whether fewer than all campaigns are asked for
 */
record CampaignsPage(UUID course, String courseTitle, String words, @Nullable UUID creator, boolean archived,
        String sort, boolean filtered, List<Row> rows, List<Creator> creators, int total, int number, boolean more) {

    /** @param at when it was made */
    record Row(UUID id, String name, String kind, String code, String creator, OffsetDateTime at, long participants,
            long received) {}

    record Creator(UUID id, String name) {}

    static CampaignsPage of(UUID course, Wanted wanted, ListCampaigns.Listing listing) {
        return new CampaignsPage(course, listing.courseTitle(), wanted.words(),
                wanted.creator() == null ? null : wanted.creator().value(), wanted.archived(), wanted.sort().name(),
                !wanted.words().isEmpty() || wanted.creator() != null,
                listing.lines().stream().map(CampaignsPage::row).toList(),
                listing.creators().entrySet().stream()
                        .map(each -> new Creator(each.getKey().value(), each.getValue())).toList(),
                listing.total(), listing.page(), listing.more());
    }

    private static Row row(ListCampaigns.Line line) {
        return new Row(line.campaign().id(), line.campaign().name(), line.campaign().kind().name(),
                line.campaign().code(), line.creator(), line.campaign().createdAt().atOffset(ZoneOffset.UTC),
                line.counts().participants(), line.counts().received());
    }
}
