package fr.pixlti.tool.lti.domain;

import org.jspecify.annotations.Nullable;

/** Tries, one by one, what the tool needs of a platform; nothing is changed there, and no cache is asked or filled. */
public interface ConnectionChecks {

    /** Whether the platform still describes itself as it is registered; for one entered by hand, whether it answers. */
    Finding configuration(KnownPlatform platform);

    /** Whether its key set can be read and holds a key that the tool can use. */
    Finding keys(Platform platform);

    /** Whether it gives an access token for these scopes. */
    Token token(Platform platform, String scopes);

    /** Whether the gradebook columns of a course can be listed (AGS 2.0 §3.2). */
    Finding lineItems(Platform platform, String url, String token);

    /** Whether the roster of a course can be read (NRPS 2.0 §3.6.2). */
    Finding roster(Platform platform, String url, String token);

    /** @param text absent when none was given */
    record Token(Finding finding, @Nullable String text) {}
}
