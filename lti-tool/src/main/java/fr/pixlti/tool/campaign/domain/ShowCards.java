package fr.pixlti.tool.campaign.domain;

import fr.pixlti.tool.assessment.AssessmentApi;
import fr.pixlti.tool.assessment.AssessmentApi.AssessmentView;
import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.shared.HomeCard;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a person's profile page says of their activities: what to go on with, what to send, what was done. */
@Component
class ShowCards implements HomeCard {

    /** Participations looked at for what waits: older ones are found in the history. */
    private static final int RECENT = 20;

    private final Campaigns campaigns;
    private final MadeCampaigns made;
    private final Histories histories;
    private final AssessmentApi assessments;
    private final ContentApi content;
    private final Transactions transactions;
    private final MessageSource messages;

    ShowCards(Campaigns campaigns, MadeCampaigns made, Histories histories, AssessmentApi assessments,
            ContentApi content, Transactions transactions, MessageSource messages) {
        this.campaigns = campaigns;
        this.made = made;
        this.histories = histories;
        this.assessments = assessments;
        this.content = content;
        this.transactions = transactions;
        this.messages = messages;
    }

    @Override
    public List<Card> waiting(PersonId person, Locale locale) {
        return transactions.call(() -> {
            Map<String, AssessmentView> running = assessments.running(person);
            return campaigns.ofPerson(person, RECENT).stream()
                    .flatMap(participation -> waiting(participation,
                            running.get("/participations/" + participation.id()), locale).stream())
                    .toList();
        });
    }

    @Override
    public List<Card> history(PersonId person, Locale locale, int most) {
        return transactions.call(() -> histories.of(person, most).stream()
                .flatMap(participation -> done(participation, locale).stream()).toList());
    }

    private Optional<Card> waiting(Participation participation, @Nullable AssessmentView running, Locale locale) {
        if (running == null && !participation.toSend()) {
            return Optional.empty();
        }
        Campaign campaign = campaigns.find(participation.campaignId()).orElseThrow();
        CampaignSettings settings = campaign.made() ? made.settings(campaign.id()).orElseThrow() : null;
        if (settings != null && settings.archived()) {
            return Optional.empty();
        }
        if (running != null) {
            return Optional.of(card(Kind.RESUME, participation, campaign, settings, locale, running.startedAt(),
                    text("campaign.card.resume", locale, running.answered())));
        }
        if (settings != null && (participation.sent() == null || settings.multipleSendings())) {
            return Optional.of(card(Kind.TODO, participation, campaign, settings, locale,
                    Objects.requireNonNullElse(participation.completedAt(), participation.startedAt()),
                    text("campaign.card.send", locale)));
        }
        return Optional.empty();
    }

    private Optional<Card> done(Participation participation, Locale locale) {
        Instant at = participation.sent() == null ? participation.completedAt() : participation.sent().at();
        Campaign campaign = campaigns.find(participation.campaignId()).orElseThrow();
        if (at == null || campaign.made() && participation.sent() == null) {
            return Optional.empty();
        }
        CampaignSettings settings = campaign.made() ? made.settings(campaign.id()).orElseThrow() : null;
        return Optional.of(card(Kind.HISTORY, participation, campaign, settings, locale, at,
                result(participation, campaign, locale)));
    }

    private String result(Participation participation, Campaign campaign, Locale locale) {
        Participation.Sent sent = participation.sent();
        if (sent != null && sent.mastery() != null) {
            return text("campaign.card.sent", locale, sent.mastery());
        }
        int pix = Objects.requireNonNullElse(participation.pix(), 0);
        return campaign.kind() == Campaign.Kind.COMPETENCE
                ? text("campaign.card.level", locale, Objects.requireNonNullElse(participation.level(), 0), pix)
                : text("campaign.card.pix", locale, pix);
    }

    private Card card(Kind kind, Participation participation, Campaign campaign, @Nullable CampaignSettings settings,
            Locale locale, Instant at, String text) {
        String competence = campaign.kind() == Campaign.Kind.COMPETENCE ? campaign.competence() : null;
        return new Card(kind, title(campaign, settings, locale), text, text("campaign.card.action." + kind, locale),
                "/participations/" + participation.id(), at, competence);
    }

    private String title(Campaign campaign, @Nullable CampaignSettings settings, Locale locale) {
        if (settings != null) {
            return Titles.of(campaign, settings, content.current(), locale);
        }
        String title = campaign.title();
        return title != null
                ? title
                : campaign.competence() + " " + content.current().competence(campaign.competence())
                        .map(found -> found.name(locale)).orElse("");
    }

    private String text(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
