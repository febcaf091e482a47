package fr.pixlti.tool.lti.domain;

import java.util.List;

/** The tool's own keys, as stored. */
public interface ToolKeys {

    List<ToolKey> all();

    /** Adds the key unless one with its id is there already. */
    void addUnlessThere(ToolKey key);
}
