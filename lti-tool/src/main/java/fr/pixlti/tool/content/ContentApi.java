package fr.pixlti.tool.content;

/** The door of the content room. */
public interface ContentApi {

    /** The release that new assessments use. */
    ContentRelease current();

    /** The release of that id, or the current one when it is no longer held. */
    ContentRelease release(String id);
}
