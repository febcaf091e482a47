package fr.pixlti.tool.campaign.domain.made;

import fr.pixlti.tool.campaign.domain.Campaign;
import fr.pixlti.tool.campaign.domain.Campaign.Kind;
import fr.pixlti.tool.campaign.domain.CampaignCodes;
import fr.pixlti.tool.campaign.domain.CampaignSettings;
import fr.pixlti.tool.campaign.domain.MadeCampaigns;
import fr.pixlti.tool.shared.Ids;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The campaign that is there by itself: pupils who are not ready for certification send their profile, and their teachers
 * see who needs help. Every course has its own, so that teachers see their own pupils and no others.
 */
@Component
class StandingCampaign {

    /** What every one of them is a copy of: with the course it makes the key that keeps it from being made twice. */
    static final UUID ORIGIN = new UUID(0x7000L, 0x8000_0000_0000_0505L);

    private final MadeCampaigns made;
    private final CampaignCodes codes;
    private final Ids ids;
    private final Clock clock;
    private final MessageSource messages;

    StandingCampaign(MadeCampaigns made, CampaignCodes codes, Ids ids, Clock clock, MessageSource messages) {
        this.made = made;
        this.codes = codes;
        this.ids = ids;
        this.clock = clock;
        this.messages = messages;
    }

    /** Makes it when the course has none. @param locale in which it is named */
    void ensure(UUID course, Locale locale) {
        if (!made.hasCopy(ORIGIN, course)) {
            made.addCopy(ORIGIN, new Campaign(ids.next(), Kind.COLLECTION, null, List.of(), course, null),
                    new CampaignSettings(text("campaign.made.sos", locale), codes.next(), null, null,
                            text("campaign.made.sos.landing", locale), "", true, null, MadeCampaigns.NOBODY,
                            clock.instant(), null, 0));
        }
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
