package fr.pixlti.tool.lti.domain;

import fr.pixlti.tool.lti.Columns;
import fr.pixlti.tool.lti.LtiApi;
import fr.pixlti.tool.lti.LtiRole;
import fr.pixlti.tool.lti.Target;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link placed in a course, as stored.
 *
 * @param deploymentId our row
 * @param pickedTarget what a teacher picked, as text
 * @param scopes of the gradebook service, separated by spaces
 * @param columns what the teacher wants in the gradebook
 * @param language {@code fr} or {@code en}: that in which a teacher last opened the link or, before any teacher has, the
 *     first person; absent while no launch said one
 */
public record ResourceLink(UUID id, UUID platformId, UUID deploymentId, String resourceLinkId,
        @Nullable String contextId, @Nullable String title, @Nullable String pickedTarget, @Nullable String lineItem,
        @Nullable String lineItems, @Nullable String scopes, Columns columns,
        @Nullable String language) {

    static final String SCORE_SCOPE = "https://purl.imsglobal.org/spec/lti-ags/scope/score";
    static final String LINE_ITEM_SCOPE = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem";
    static final String LINE_ITEM_READ_SCOPE = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly";

    /** A link that is launched for the first time. */
    static ResourceLink first(UUID id, UUID platformId, UUID deploymentId, Launch launch, Launch.Placement placement) {
        return new ResourceLink(id, platformId, deploymentId, placement.resourceLinkId(), null, null, null, null, null,
                null, Columns.SCORE, null).seen(launch, placement);
    }

    /**
     * The link as this launch shows it. What a launch does not say stays: platforms leave the column out for some
     * people, and Moodle does as soon as the link has a second one, though the first still takes scores.
     */
    ResourceLink seen(Launch launch, Launch.Placement placement) {
        Launch.Course course = launch.course();
        Launch.Grading grading = placement.grading();
        return new ResourceLink(id, platformId, deploymentId, resourceLinkId,
                course == null ? contextId : course.contextId(),
                placement.title() == null ? title : placement.title(), pickedTarget,
                grading == null || grading.lineItem() == null ? lineItem : grading.lineItem(),
                grading == null || grading.lineItems() == null ? lineItems : grading.lineItems(),
                grading == null ? scopes : grading.scopes(),
                saysColumns(launch) ? launch.custom().columns() : columns, language(launch));
    }

    /** This link, seen for the first time, as the copy of another: what it does not say itself is as there. */
    ResourceLink copyOf(ResourceLink origin, Launch launch) {
        return new ResourceLink(id, platformId, deploymentId, resourceLinkId, contextId, title, origin.pickedTarget,
                lineItem, lineItems, scopes, saysColumns(launch) ? columns : origin.columns, language);
    }

    /** Columns come with a target (deep linking): a link that says no target keeps what it has. */
    private static boolean saysColumns(Launch launch) {
        return launch.custom().target() != null || launch.custom().columns() != Columns.SCORE;
    }

    private @Nullable String language(Launch launch) {
        boolean says = launch.locale() != null && (language == null || launch.role() == LtiRole.INSTRUCTOR);
        return says ? supported(Locale.forLanguageTag(launch.locale())).getLanguage() : language;
    }

    /** The tool speaks French and English; the course's columns are French unless it is an English one. */
    private static Locale supported(Locale locale) {
        return "en".equals(locale.getLanguage()) ? Locale.ENGLISH : Locale.FRENCH;
    }

    public Optional<Target> picked() {
        return pickedTarget == null ? Optional.empty() : Target.parse(pickedTarget);
    }

    LtiApi.Link toLink() {
        List<String> rights = scopes == null ? List.of() : List.of(scopes.split(" "));
        boolean writable = rights.contains(LINE_ITEM_SCOPE);
        LtiApi.LineItems container = lineItems != null && (writable || rights.contains(LINE_ITEM_READ_SCOPE))
                ? new LtiApi.LineItems(lineItems, writable)
                : null;
        return new LtiApi.Link(id, platformId, deploymentId, resourceLinkId, title, picked().orElse(null), lineItem,
                rights.contains(SCORE_SCOPE), columns, container,
                language == null ? Locale.FRENCH : Locale.forLanguageTag(language));
    }
}
