package fr.pixlti.tool.content.domain;

/** How strictly a content file is read. */
enum Rules {
    /** What comes with the tool: nothing may be missing. */
    STRICT,
    /** What an operator adds: help for learners may be missing or short, which is remarked upon. */
    PACK,
    /** What was released once: it is used as it is, whatever rules have come since. */
    STORED
}
