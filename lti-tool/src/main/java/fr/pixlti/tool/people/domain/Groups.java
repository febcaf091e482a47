package fr.pixlti.tool.people.domain;

import fr.pixlti.tool.people.CourseGroup;
import fr.pixlti.tool.shared.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The groups of courses, which teachers call classes. */
public interface Groups {

    /** The platform's groups of a person are these and no others; groups never heard of are made, without a name. */
    void told(UUID course, PersonId person, GroupIds groups, Instant now);

    /** By name, those without one last. */
    List<CourseGroup> of(UUID course);

    /** Everybody in them, by group. */
    Map<UUID, Set<PersonId>> members(UUID course);

    /** Names of the groups that these people are in, by name; of a group without one the platform's id. */
    Map<PersonId, List<String>> names(UUID course, Collection<PersonId> people);

    /** @return whether the course has such a group */
    boolean name(UUID course, UUID group, String name);

    /** The group of that name, made when there is none. */
    UUID named(UUID course, String name, Instant now);

    /** Puts people into a group, as a teacher says; those who are in it stay as they are. @return how many are new */
    int add(UUID group, Collection<PersonId> people);
}
