package fr.pixlti.tool.content.domain.exchange;

import java.util.List;

/** Something that could not be kept as it was. @param args what its message names, in the order of its placeholders */
public record Remark(Note note, List<String> args) {

    static Remark of(Note note, String... args) {
        return new Remark(note, List.of(args));
    }
}
