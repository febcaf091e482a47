package fr.pixlti.tool.campaign.domain;

import fr.pixlti.tool.assessment.AssessmentApi;
import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.Framework;
import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.content.Skill;
import fr.pixlti.tool.content.Topic;
import fr.pixlti.tool.lti.Columns;
import fr.pixlti.tool.lti.spi.ActivityProvider.Contents;
import fr.pixlti.tool.lti.spi.ActivityProvider.Example;
import fr.pixlti.tool.lti.spi.ActivityProvider.Offer;
import fr.pixlti.tool.lti.spi.ActivityProvider.Preview;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says what a test is, to the teacher who chooses it. */
@Component
class DescribeTest {

    private static final int PIX_PER_LEVEL = 8;

    private final ContentApi content;
    private final AssessmentApi assessments;
    private final MessageSource messages;

    DescribeTest(ContentApi content, AssessmentApi assessments, MessageSource messages) {
        this.content = content;
        this.assessments = assessments;
        this.messages = messages;
    }

    /** A test of one competence; an area of which one competence is tested says nothing more than that one. */
    Offer offerOne(String code, Locale locale) {
        Framework.Competence competence = competence(code);
        return new Offer(code + " " + competence.name(locale), competence.description(locale), maximum(1),
                OpenCompetence.KIND + ":" + code, EnumSet.of(Columns.SCORE, Columns.COMPETENCES));
    }

    /**
     * @param title absent while the teacher has given none
     * @param resourceId absent for one that is still to be made
     */
    Offer offerSeveral(@Nullable String title, @Nullable String resourceId, List<String> codes, Locale locale) {
        long areas = codes.stream().map(code -> content.current().areaOf(code)).distinct().count();
        Set<Columns> columns = areas > 1
                ? EnumSet.allOf(Columns.class)
                : EnumSet.of(Columns.SCORE, Columns.COMPETENCES);
        String described = messages.getMessage("campaign.several.description",
                new Object[]{codes.size(), String.join(", ", codes)}, locale);
        return new Offer(title == null
                ? messages.getMessage("campaign.several.title", new Object[]{codes.size()}, locale)
                : title, described, maximum(codes.size()), resourceId, columns);
    }

    Preview previewOne(String code, Locale locale) {
        ContentRelease release = content.current();
        Offer offer = offerOne(code, locale);
        List<Topic> topics = release.topicsOf(code);
        return new Preview(offer.title(), offer.description(), facts(List.of(code), locale),
                List.of(new Contents(messages.getMessage("campaign.preview.topics", null, locale),
                        topics.stream().map(Topic::title).toList())),
                example(release, code).orElse(null));
    }

    Preview previewSeveral(Offer offer, List<String> codes, Locale locale) {
        ContentRelease release = content.current();
        return new Preview(offer.title(), offer.description(), facts(codes, locale),
                codes.stream().map(code -> new Contents(code + " " + competence(code).name(locale),
                        release.topicsOf(code).stream().map(Topic::title).toList())).toList(),
                example(release, codes.getFirst()).orElse(null));
    }

    private List<String> facts(List<String> codes, Locale locale) {
        ContentRelease release = content.current();
        int skills = codes.stream().mapToInt(code -> release.skillsOf(code).size()).sum();
        int topics = codes.stream().mapToInt(code -> release.topicsOf(code).size()).sum();
        return List.of(messages.getMessage("campaign.preview.skills", new Object[]{skills, topics}, locale),
                messages.getMessage("campaign.preview.adapts", new Object[]{assessments.maxLevel()}, locale),
                messages.getMessage("campaign.preview.pause", null, locale));
    }

    /** An easy question that shows what the others are like: nothing to download, no clock. */
    private static Optional<Example> example(ContentRelease release, String code) {
        return release.skillsOf(code).stream().sorted(Comparator.comparingInt(Skill::level))
                .flatMap(skill -> skill.items().stream())
                .filter(item -> item.timer() == null && item.attachments().isEmpty()
                        && item.work() instanceof Item.Choose)
                .findFirst().map(item -> example(release, item));
    }

    private static Example example(ContentRelease release, Item item) {
        Item.Picture picture = item.picture();
        List<String> choices = item.work() instanceof Item.Choose choose
                ? choose.choices().stream().map(Item.Choice::html).toList()
                : List.of();
        return new Example(item.instruction(),
                picture == null ? null : "/content/" + release.id() + "/" + picture.path(),
                picture == null ? "" : picture.alt(), choices);
    }

    private BigDecimal maximum(int competences) {
        return BigDecimal.valueOf((long) PIX_PER_LEVEL * assessments.maxLevel() * competences);
    }

    private Framework.Competence competence(String code) {
        return content.current().competence(code).orElseThrow();
    }
}
