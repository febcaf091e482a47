package fr.pixlti.tool.campaign.domain.made;

import fr.pixlti.tool.campaign.domain.Campaign.Kind;
import fr.pixlti.tool.campaign.domain.CampaignSettings;
import fr.pixlti.tool.campaign.domain.made.CampaignDraft.Source;
import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.TargetProfile.CappedTopic;
import fr.pixlti.tool.content.Topic;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What is wrong with a draft, field by field (pix.md §2). */
public final class DraftCheck {

    /** Longest name, title and label, in characters. */
    public static final int LONGEST_LINE = 255;
    /** Most topics that are composed one by one; more than the framework has. */
    public static final int MOST_TOPICS = 250;

    private DraftCheck() {}

    /** A field of the draft that a fault stands beside. */
    public enum Field {
        NAME, TARGET, TITLE, LANDING_TEXT, RESULT_TEXT, EXTERNAL_ID_LABEL
    }

    /** Why a field cannot stay as it is. */
    public enum Fault {
        NAME_MISSING, NAME_LONG, PATH_MISSING, PATH_UNKNOWN, TOPICS_MISSING, TOPICS_MANY, TOPIC_UNKNOWN, TITLE_LONG, TITLE_FORBIDDEN, TEXT_LONG, LABEL_LONG
    }

    /** Faults of a new campaign; empty when there is none. */
    static Map<Field, Fault> whole(CampaignDraft draft, ContentRelease release) {
        Map<Field, Fault> faults = words(draft);
        if (draft.kind() != Kind.COLLECTION) {
            target(draft, release, faults);
        }
        return faults;
    }

    /** Faults of what may be changed later: all but the target. */
    static Map<Field, Fault> words(CampaignDraft draft) {
        Map<Field, Fault> faults = new EnumMap<>(Field.class);
        if (draft.name().isEmpty()) {
            faults.put(Field.NAME, Fault.NAME_MISSING);
        }
        within(draft.name(), LONGEST_LINE, Field.NAME, Fault.NAME_LONG, faults);
        within(draft.title(), LONGEST_LINE, Field.TITLE, Fault.TITLE_LONG, faults);
        if (draft.kind() == Kind.COLLECTION && !draft.title().isEmpty()) {
            faults.put(Field.TITLE, Fault.TITLE_FORBIDDEN);
        }
        within(draft.landingText(), CampaignSettings.LONGEST_TEXT, Field.LANDING_TEXT, Fault.TEXT_LONG, faults);
        within(draft.resultText(), CampaignSettings.LONGEST_TEXT, Field.RESULT_TEXT, Fault.TEXT_LONG, faults);
        within(draft.externalIdLabel(), LONGEST_LINE, Field.EXTERNAL_ID_LABEL, Fault.LABEL_LONG, faults);
        return faults;
    }

    private static void within(String text, int longest, Field field, Fault fault, Map<Field, Fault> faults) {
        if (text.length() > longest) {
            faults.put(field, fault);
        }
    }

    private static void target(CampaignDraft draft, ContentRelease release, Map<Field, Fault> faults) {
        if (draft.source() == Source.CATALOGUE) {
            if (draft.profile().isEmpty()) {
                faults.put(Field.TARGET, Fault.PATH_MISSING);
            } else if (release.targetProfile(draft.profile()).isEmpty()) {
                faults.put(Field.TARGET, Fault.PATH_UNKNOWN);
            }
        } else if (draft.topics().isEmpty()) {
            faults.put(Field.TARGET, Fault.TOPICS_MISSING);
        } else if (draft.topics().size() > MOST_TOPICS) {
            faults.put(Field.TARGET, Fault.TOPICS_MANY);
        } else {
            Set<String> met = new HashSet<>();
            if (!draft.topics().stream().allMatch(each -> met.add(each.topic()) && known(each, release))) {
                faults.put(Field.TARGET, Fault.TOPIC_UNKNOWN);
            }
        }
    }

    private static boolean known(CappedTopic capped, ContentRelease release) {
        Topic topic = release.topics().get(capped.topic());
        return topic != null && capped.maxLevel() >= topic.skills().getFirst().level()
                && capped.maxLevel() <= topic.maxLevel();
    }
}
