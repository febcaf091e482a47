package fr.pixlti.tool.campaign.web;

import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.Framework;
import fr.pixlti.tool.people.CourseGroup;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What several pages of a campaign show alike. */
final class FollowPages {

    private FollowPages() {}

    /**
     * A group to choose.
     *
     * @param name empty until a teacher named it
     * @param platformId absent for a group that a teacher brought
     */
    record Group(UUID id, String name, @Nullable String platformId) {}

    static List<Group> groups(List<CourseGroup> groups) {
        return groups.stream()
                .map(one -> new Group(one.id(), Objects.requireNonNullElse(one.name(), ""), one.platformId())).toList();
    }

    /** Code and name; the code alone where the content no longer has it. */
    static String competence(String code, ContentRelease release, Locale locale) {
        return release.competence(code).map((Framework.Competence found) -> code + " " + found.name(locale))
                .orElse(code);
    }

    /** How many sent, of the whole: the share that is validated, and the like. 0 where the whole is nothing. */
    static double mean(long sum, long people) {
        return people == 0 ? 0 : (double) sum / people;
    }
}
