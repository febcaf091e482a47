package fr.pixlti.tool.campaign.domain;

import fr.pixlti.tool.campaign.domain.made.CampaignDraft;
import fr.pixlti.tool.campaign.domain.made.CreateCampaign;
import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.content.TargetProfile;
import fr.pixlti.tool.lti.LtiRole;
import fr.pixlti.tool.lti.Target;
import fr.pixlti.tool.lti.spi.ActivityProvider;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Offers teachers the paths of the catalogue, {@code path:<id>}, and a collection of profiles, {@code collection}: the
 * campaign is made when one is chosen for a link, which then names that campaign.
 */
@Component
class OpenNewCampaign implements ActivityProvider {

    private static final String PATH = "path";
    private static final String COLLECTION = "collection";

    private final CreateCampaign createCampaign;
    private final DescribeCampaign describeCampaign;
    private final ContentApi content;
    private final MessageSource messages;

    OpenNewCampaign(CreateCampaign createCampaign, DescribeCampaign describeCampaign, ContentApi content,
            MessageSource messages) {
        this.createCampaign = createCampaign;
        this.describeCampaign = describeCampaign;
        this.content = content;
        this.messages = messages;
    }

    @Override
    public boolean provides(String kind) {
        return PATH.equals(kind) || COLLECTION.equals(kind);
    }

    @Override
    public boolean exists(Target target) {
        return PATH.equals(target.kind())
                ? content.current().targetProfile(target.value()).isPresent()
                : target.value().isEmpty();
    }

    /** No link names such a target but one that somebody wrote by hand: its teacher makes the campaign first. */
    @Override
    public String open(Opening opening) {
        return opening.role() == LtiRole.INSTRUCTOR
                ? "/courses/" + EnterCampaign.course(opening) + "/campaigns/new"
                        + (PATH.equals(opening.target().kind())
                                ? "?profile=" + opening.target().value()
                                : "?kind=COLLECTION")
                : "/lti/not-ready";
    }

    @Override
    public List<PickerEntry> pickerEntries(@Nullable UUID courseId, Locale locale) {
        if (courseId == null) {
            return List.of();
        }
        List<PickerEntry> entries = new ArrayList<>();
        for (TargetProfile profile : content.current().targetProfiles()) {
            entries.add(new PickerEntry(new Target(PATH, profile.id()),
                    messages.getMessage("campaign.made.entry-group", new Object[]{profile.group().in(locale)}, locale),
                    profile.name().in(locale), profile.description().in(locale), true));
        }
        Offer collection = collection(locale);
        entries.add(new PickerEntry(new Target(COLLECTION, ""),
                messages.getMessage("campaign.made.entry-collection-group", null, locale), collection.title(),
                collection.description()));
        return entries;
    }

    @Override
    public Target chosen(Target target, String title, UUID courseId, PersonId teacher, Locale locale) {
        CampaignDraft draft = PATH.equals(target.kind())
                ? CampaignDraft.ofPath(target.value(), title)
                : CampaignDraft.collection(title);
        return switch (createCampaign.handle(createCampaign.nextId(), courseId, teacher, draft)) {
            case CreateCampaign.Outcome.Created made -> OpenCampaign.target(made.id());
            case CreateCampaign.Outcome.Faulty faulty ->
                throw new DomainError("campaign.not-made", DomainError.Kind.INVALID);
        };
    }

    @Override
    public Offer offer(Target target, Locale locale) {
        return profile(target).map(profile -> describeCampaign.offerPath(profile, locale))
                .orElseGet(() -> collection(locale));
    }

    @Override
    public Preview preview(Target target, Locale locale) {
        return profile(target).map(profile -> describeCampaign.previewPath(profile, locale))
                .orElseGet(() -> describeCampaign.previewCollection(collection(locale), locale));
    }

    private Offer collection(Locale locale) {
        return describeCampaign.offerCollection(messages.getMessage("campaign.made.kind.COLLECTION", null, locale),
                null, locale);
    }

    private Optional<TargetProfile> profile(Target target) {
        return PATH.equals(target.kind()) ? content.current().targetProfile(target.value()) : Optional.empty();
    }
}
