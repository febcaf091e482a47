package fr.pixlti.tool.content;

import java.util.Map;

/** Which releases are still needed. Implemented by the room that gives tests. */
public interface ReleaseUses {

    /** How many tests under way refer to each release, by its id; those without any are absent. */
    Map<String, Integer> underWay();
}
