package fr.pixlti.tool.lti.domain;

import java.security.interfaces.RSAPublicKey;

/** The public keys that platforms publish. */
public interface PlatformKeys {

    /** @throws LaunchRefused KID_UNKNOWN or KEYS_UNREACHABLE */
    RSAPublicKey key(Platform platform, String kid);
}
