package fr.pixlti.tool.shell.domain;

/** Hashes passwords, slowly on purpose. Not to be called inside a transaction. */
public interface Passwords {

    String hash(String password);

    /** Whether the password is the one; takes the same time for a hash that no password has. */
    boolean matches(String password, String hash);

    /** A hash that no password has, to spend the same time on a name that no account has. */
    String nobodys();
}
