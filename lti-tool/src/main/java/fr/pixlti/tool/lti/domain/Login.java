package fr.pixlti.tool.lti.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A login that waits for its launch (OpenID third-party login, LTI security framework §5.1.1).
 *
 * @param stateHash SHA-256 of the state
 * @param nonce 128 random bits in base64url
 * @param expectedDeployment what the platform announced, absent when it did not
 * @param targetLinkUri must come back unchanged in the token
 */
public record Login(UUID id, byte[] stateHash, String nonce, UUID platformId, @Nullable String expectedDeployment,
        String targetLinkUri, Instant expiresAt) {}
