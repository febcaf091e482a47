package fr.pixlti.tool.campaign.web;

import fr.pixlti.tool.campaign.domain.Campaign.Kind;
import fr.pixlti.tool.campaign.domain.made.CampaignDraft;
import fr.pixlti.tool.campaign.domain.made.DraftCheck.Fault;
import fr.pixlti.tool.campaign.domain.made.DraftCheck.Field;
import fr.pixlti.tool.campaign.domain.made.Paths;
import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.Framework;
import fr.pixlti.tool.content.MarkdownText;
import fr.pixlti.tool.content.Skill;
import fr.pixlti.tool.content.TargetProfile;
import fr.pixlti.tool.content.Topic;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a new campaign shows.
 *
 * @param id of the campaign that it makes
 * @param back where the teacher came from, empty for the list of campaigns
 * @param draft as typed so far
 * @param title as typed, also while a collection without one is chosen
 * @param faults by field; keys of the bundle end with their names
 * @param words looked for in the catalogue
 * @param groups of the catalogue
 * @param areas of the framework, with all topics
 * @param chosen how many topics are composed
 * @param landingHtml preview, empty for none
 * @param resultHtml the same
 */
record NewCampaignPage(UUID course, UUID id, String back, CampaignDraft draft, String title, Map<Field, Fault> faults,
        String words,
        List<Group> groups, List<Area> areas, int chosen, String landingHtml, String resultHtml) {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** @param open whether its paths are shown at once: some were looked for, or one is chosen */
    record Group(String heading, List<Path> paths, boolean open) {}

    /** @param parts a line for each competence */
    record Path(String id, String name, String description, int topics, int skills, int highest, int stars,
            boolean attestation, boolean ticked, List<Part> parts) {}

    record Part(String competence, int topics) {}

    record Area(String name, List<Competence> competences) {}

    /** @param chosen how many of its topics are */
    record Competence(String name, List<Line> topics, long chosen) {}

    /** @param level chosen, absent for a topic that is not meant */
    record Line(String id, String title, List<Integer> levels, @Nullable Integer level) {}

    static NewCampaignPage of(UUID course, UUID id, String back, CampaignForm form, Map<Field, Fault> faults,
            boolean look, ContentRelease release, Paths paths, Locale locale) {
        CampaignDraft draft = form.draft();
        Map<String, Integer> levels = form.levels();
        return new NewCampaignPage(course, id, back, draft, Objects.requireNonNullElse(form.title(), ""), faults,
                form.words(),
                groups(draft, plain(form.words()), release, paths, locale), areas(levels, release, locale),
                levels.size(), look ? MarkdownText.html(draft.landingText()) : "",
                look ? MarkdownText.html(draft.resultText()) : "");
    }

    private static List<Group> groups(CampaignDraft draft, String words, ContentRelease release, Paths paths,
            Locale locale) {
        Map<String, List<Path>> groups = new LinkedHashMap<>();
        for (TargetProfile each : release.targetProfiles()) {
            boolean ticked = each.id().equals(draft.profile());
            String heading = each.group().in(locale);
            // What is ticked stays in sight, whatever is looked for.
            if (ticked || plain(heading + " " + each.name().in(locale) + " " + each.description().in(locale))
                    .contains(words)) {
                groups.computeIfAbsent(heading, key -> new ArrayList<>()).add(path(each, ticked, paths, locale));
            }
        }
        return groups.entrySet().stream().map(each -> new Group(each.getKey(), each.getValue(),
                !words.isEmpty() || each.getValue().stream().anyMatch(Path::ticked))).toList();
    }

    private static Path path(TargetProfile profile, boolean ticked, Paths paths, Locale locale) {
        Paths.Figures figures = paths.figures(profile);
        return new Path(profile.id(), profile.name().in(locale), profile.description().in(locale), figures.topics(),
                figures.skills(), figures.highest(), figures.stars(), profile.attestation(), ticked,
                figures.parts().stream()
                        .map(part -> new Part(part.competence().code() + " " + part.competence().name(locale),
                                part.topics().size()))
                        .toList());
    }

    private static List<Area> areas(Map<String, Integer> levels, ContentRelease release, Locale locale) {
        List<Area> areas = new ArrayList<>();
        for (Framework framework : release.frameworks()) {
            for (Framework.Area area : framework.areas()) {
                List<Competence> competences = area.competences().stream()
                        .filter(each -> release.hasTest(each.code()))
                        .map(each -> competence(each, levels, release, locale)).toList();
                if (!competences.isEmpty()) {
                    areas.add(new Area(area.code() + ". " + area.name(locale), competences));
                }
            }
        }
        return areas;
    }

    private static Competence competence(Framework.Competence competence, Map<String, Integer> levels,
            ContentRelease release, Locale locale) {
        List<Line> lines = release.topicsOf(competence.code()).stream().map(topic -> line(topic, levels)).toList();
        return new Competence(competence.code() + " " + competence.name(locale), lines,
                lines.stream().filter(line -> line.level() != null).count());
    }

    private static Line line(Topic topic, Map<String, Integer> levels) {
        return new Line(topic.id(), topic.title(), topic.skills().stream().map(Skill::level).toList(),
                levels.get(topic.id()));
    }

    private static String plain(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("").toLowerCase(Locale.ROOT)
                .strip();
    }

    /** The kinds, in the order to offer. */
    public List<Kind> kinds() {
        return List.of(Kind.ASSESSMENT, Kind.EXAM, Kind.COLLECTION);
    }

    /** The fault of a field, by the field's name. */
    public @Nullable Fault fault(String field) {
        return faults.get(Field.valueOf(field));
    }
}
