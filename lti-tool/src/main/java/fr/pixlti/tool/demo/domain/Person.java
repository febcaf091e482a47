package fr.pixlti.tool.demo.domain;

/**
 * Someone with an account in the LMS.
 *
 * @param id number of the account, as text: the {@code sub} of id_tokens
 * @param idNumber what the school calls them, empty when it does not
 * @param teacher whether they teach the course; others learn in it
 */
public record Person(String id, String username, String givenName, String familyName, String idNumber,
        boolean teacher) {

    public String fullName() {
        return givenName + " " + familyName;
    }

    /** An address that can receive nothing (RFC 2606). */
    public String email() {
        return username + "@example.org";
    }
}
