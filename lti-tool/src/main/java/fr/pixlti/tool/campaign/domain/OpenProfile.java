package fr.pixlti.tool.campaign.domain;

import fr.pixlti.tool.lti.Target;
import fr.pixlti.tool.lti.spi.ActivityProvider;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Leads whoever opens the link, pupil or teacher, to their own profile: {@code profile}. No score comes back. */
@Component
class OpenProfile implements ActivityProvider {

    private static final String KIND = "profile";
    private static final Target TARGET = new Target(KIND, "");

    private final MessageSource messages;

    OpenProfile(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public boolean provides(String kind) {
        return KIND.equals(kind);
    }

    @Override
    public boolean exists(Target target) {
        return target.equals(TARGET);
    }

    @Override
    public String open(Opening opening) {
        return "/profile";
    }

    @Override
    public List<PickerEntry> pickerEntries(@Nullable UUID courseId, Locale locale) {
        return List.of(new PickerEntry(TARGET, text("campaign.profile.group", locale),
                text("campaign.profile.title", locale), text("campaign.profile.description", locale)));
    }

    @Override
    public Offer offer(Target target, Locale locale) {
        return Offer.ungraded(text("campaign.profile.title", locale), text("campaign.profile.description", locale));
    }

    @Override
    public Preview preview(Target target, Locale locale) {
        return new Preview(text("campaign.profile.title", locale), text("campaign.profile.description", locale),
                List.of(text("campaign.profile.ungraded", locale), text("campaign.profile.private", locale)),
                List.of(), null);
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
