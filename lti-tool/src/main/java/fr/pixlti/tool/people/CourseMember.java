package fr.pixlti.tool.people;

import java.util.List;

/**
 * How somebody stands in a list of a course.
 *
 * @param familyName empty when it is not known; the whole name where the platform does not say which part is which
 * @param givenName empty when it is not known
 * @param groups names of their groups in the course, a group without a name by the platform's id
 */
public record CourseMember(String familyName, String givenName, List<String> groups) {

    public CourseMember {
        groups = List.copyOf(groups);
    }
}
