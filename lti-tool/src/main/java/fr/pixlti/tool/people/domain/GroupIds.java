package fr.pixlti.tool.people.domain;

import java.util.List;

/** The platform's ids of the groups that a person is in, sorted, each once. */
public record GroupIds(List<String> ids) {

    public GroupIds {
        ids = List.copyOf(ids);
    }

    static GroupIds of(List<String> told) {
        return told.isEmpty() ? new GroupIds(List.of()) : new GroupIds(told.stream().sorted().distinct().toList());
    }

    /** As kept beside the enrolment, to be compared at the next launch. */
    public String text() {
        return String.join(",", ids);
    }
}
