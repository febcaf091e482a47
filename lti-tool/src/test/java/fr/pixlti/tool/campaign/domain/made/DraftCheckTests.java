package fr.pixlti.tool.campaign.domain.made;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.campaign.domain.Campaign.Kind;
import fr.pixlti.tool.campaign.domain.made.CampaignDraft.Source;
import fr.pixlti.tool.campaign.domain.made.DraftCheck.Fault;
import fr.pixlti.tool.campaign.domain.made.DraftCheck.Field;
import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.Skill;
import fr.pixlti.tool.content.TargetProfile;
import fr.pixlti.tool.content.TargetProfile.CappedTopic;
import fr.pixlti.tool.content.Topic;
import fr.pixlti.tool.content.Words;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule of a draft has its fault, beside its own field. */
class DraftCheckTests {

    private static final CappedTopic TOPIC = new CappedTopic("t", 3);

    /** One topic with skills of levels 2, 3 and 5, and a path of it. */
    private static final ContentRelease RELEASE = release();

    private static ContentRelease release() {
        List<Skill> skills = List.of(skill(2), skill(3), skill(5));
        Topic topic = new Topic("t", "1.1", "Sujet", null, null, skills);
        Words words = new Words(Map.of("fr", "Parcours"));
        return new ContentRelease("r", List.of(), Map.of("1.1", List.of(topic)), Map.of(), Map.of(),
                Map.of("t", topic), List.of(new TargetProfile("p", words, words, words, List.of(TOPIC), List.of(),
                        List.of(), false)));
    }

    private static Skill skill(int level) {
        return new Skill("t-" + level, "t", "1.1", level, 1, "Acquis", List.of());
    }

    private static CampaignDraft draft(Kind kind, Source source, String profile, List<CappedTopic> topics) {
        return new CampaignDraft(kind, "Nom", source, profile, topics, "", "", "", false, "");
    }

    private static CampaignDraft words(String name, String title, String landing, String result, String label) {
        return new CampaignDraft(Kind.ASSESSMENT, name, Source.CATALOGUE, "p", List.of(), title, landing, result, true,
                label);
    }

    @Test
    void a_path_of_the_catalogue_topics_and_a_collection_are_fine() {
        assertThat(DraftCheck.whole(draft(Kind.ASSESSMENT, Source.CATALOGUE, "p", List.of()), RELEASE)).isEmpty();
        assertThat(DraftCheck.whole(draft(Kind.EXAM, Source.COMPOSED, "", List.of(TOPIC)), RELEASE)).isEmpty();
        assertThat(DraftCheck.whole(draft(Kind.COLLECTION, Source.CATALOGUE, "", List.of()), RELEASE)).isEmpty();
        assertThat(DraftCheck.whole(words("n".repeat(255), "t".repeat(255), "l".repeat(5000), "r".repeat(5000),
                "e".repeat(255)), RELEASE)).isEmpty();
    }

    @Test
    void each_text_has_its_limit() {
        assertThat(DraftCheck.words(words("n".repeat(256), "t".repeat(256), "l".repeat(5001), "r".repeat(5001),
                "e".repeat(256))))
                .isEqualTo(Map.of(Field.NAME, Fault.NAME_LONG, Field.TITLE, Fault.TITLE_LONG, Field.LANDING_TEXT,
                        Fault.TEXT_LONG, Field.RESULT_TEXT, Fault.TEXT_LONG, Field.EXTERNAL_ID_LABEL,
                        Fault.LABEL_LONG));
        assertThat(DraftCheck.words(words("  ", "", "", "", ""))).isEqualTo(
                Map.of(Field.NAME, Fault.NAME_MISSING));
    }

    @Test
    void lines_that_browsers_end_by_two_characters_count_once() {
        String lines = "x\r\n".repeat(2500);
        assertThat(DraftCheck.words(words("n", "", lines, "", ""))).isEmpty();
        assertThat(words("n", "", lines, "", "").landingText()).hasSize(4999).doesNotContain("\r");
    }

    @Test
    void a_collection_has_no_title() {
        CampaignDraft draft = new CampaignDraft(Kind.COLLECTION, "n", Source.CATALOGUE, "", List.of(), "Titre", "", "",
                false, "");
        assertThat(DraftCheck.whole(draft, RELEASE)).isEqualTo(Map.of(Field.TITLE, Fault.TITLE_FORBIDDEN));
    }

    @Test
    void a_path_or_topics_are_required() {
        assertThat(target(draft(Kind.ASSESSMENT, Source.CATALOGUE, "", List.of(TOPIC)))).isEqualTo(Fault.PATH_MISSING);
        assertThat(target(draft(Kind.EXAM, Source.CATALOGUE, "gone", List.of()))).isEqualTo(Fault.PATH_UNKNOWN);
        assertThat(target(draft(Kind.EXAM, Source.COMPOSED, "p", List.of()))).isEqualTo(Fault.TOPICS_MISSING);
        assertThat(target(draft(Kind.EXAM, Source.COMPOSED, "", Collections.nCopies(251, TOPIC))))
                .isEqualTo(Fault.TOPICS_MANY);
        assertThat(target(draft(Kind.EXAM, Source.COMPOSED, "", List.of(TOPIC, TOPIC)))).as("a topic twice")
                .isEqualTo(Fault.TOPIC_UNKNOWN);
    }

    /** Levels between those of the topic are fine; below the first there is nothing to ask, above the last nothing more. */
    @ParameterizedTest
    @CsvSource({"t,1,false", "t,2,true", "t,4,true", "t,5,true", "t,6,false", "t,0,false", "other,3,false"})
    void a_topic_has_its_levels(String topic, int level, boolean fine) {
        CampaignDraft draft = draft(Kind.ASSESSMENT, Source.COMPOSED, "", List.of(new CappedTopic(topic, level)));
        assertThat(DraftCheck.whole(draft, RELEASE))
                .isEqualTo(fine ? Map.of() : Map.of(Field.TARGET, Fault.TOPIC_UNKNOWN));
    }

    private static Fault target(CampaignDraft draft) {
        return DraftCheck.whole(draft, RELEASE).get(Field.TARGET);
    }
}
