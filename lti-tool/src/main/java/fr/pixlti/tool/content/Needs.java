package fr.pixlti.tool.content;

/**
 * What a person told of how they read a screen, so that they are asked what they can answer.
 *
 * @param screenReader has the screen read out, or felt: a picture is its text alternative
 * @param colours cannot tell some colours from others
 */
public record Needs(boolean screenReader, boolean colours) {

    /** Nothing was told. */
    public static final Needs NONE = new Needs(false, false);

    public boolean any() {
        return screenReader || colours;
    }
}
