package fr.pixlti.tool.people;

/**
 * A person's name as lists have it.
 *
 * @param family where the host tells no parts, the whole name; empty when it tells nothing
 * @param given empty when the host tells none
 */
public record PersonName(String family, String given) {

    public static final PersonName NONE = new PersonName("", "");

    /** Given name first; empty when nothing is known. */
    public String display() {
        return given.isEmpty() ? family : family.isEmpty() ? given : given + " " + family;
    }
}
