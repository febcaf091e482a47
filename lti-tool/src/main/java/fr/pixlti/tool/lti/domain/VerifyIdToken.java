package fr.pixlti.tool.lti.domain;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Checks a token's form, origin, signature and times (LTI security framework §5.1.3). No query: keys are cached; but the
 * first launch of a platform in a minute is put down.
 */
@Component
public class VerifyIdToken {

    /** Far above any real token, far below what would hurt. */
    private static final int LONGEST = 100_000;
    private static final Duration SKEW = Duration.ofSeconds(60);

    private final Registrations registrations;
    private final PlatformKeys keys;
    private final RecentLaunches lastLaunches;
    private final Clock clock;
    private final Duration oldest;

    VerifyIdToken(Registrations registrations, PlatformKeys keys, RecentLaunches lastLaunches, Clock clock,
            LtiSettings settings) {
        this.registrations = registrations;
        this.keys = keys;
        this.lastLaunches = lastLaunches;
        this.clock = clock;
        this.oldest = settings.loginLifetime();
    }

    /** A launch's token. @throws LaunchRefused for a token that is not what it should be */
    public Verified handle(String idToken) {
        Verified verified = check(idToken);
        lastLaunches.seen(verified.registration().platform(), verified.claims().getClaims());
        return verified;
    }

    /** Any token that a platform signs for the tool, a notice's too. @throws LaunchRefused as above */
    Verified check(String idToken) {
        if (idToken.length() > LONGEST) {
            throw new LaunchRefused(Fault.TOKEN_MALFORMED);
        }
        try {
            SignedJWT token = SignedJWT.parse(idToken);
            String kid = checkHeader(token.getHeader());
            JWTClaimsSet claims = token.getJWTClaimsSet();
            Registration registration = registration(claims);
            Platform platform = registration.platform();
            if (!platform.approved()) {
                throw LaunchRefused.ofUnapproved(platform);
            }
            checkSignature(token, platform, kid);
            checkTimes(claims, platform);
            return new Verified(registration, claims);
        } catch (ParseException | IllegalArgumentException e) {
            // What the parser says may quote the token, so it goes nowhere.
            throw new LaunchRefused(Fault.TOKEN_MALFORMED);
        }
    }

    private static String checkHeader(JWSHeader header) {
        if (!JWSAlgorithm.RS256.equals(header.getAlgorithm())) {
            throw new LaunchRefused(Fault.ALGORITHM);
        }
        if (header.getJWKURL() != null || header.getX509CertURL() != null || header.getJWK() != null) {
            throw new LaunchRefused(Fault.HEADER_FORBIDDEN);
        }
        String kid = header.getKeyID();
        if (kid == null || kid.isBlank()) {
            throw new LaunchRefused(Fault.KID_MISSING);
        }
        return kid;
    }

    private Registration registration(JWTClaimsSet claims) throws ParseException {
        String issuer = claims.getIssuer();
        List<String> audience = claims.getAudience();
        if (issuer == null || issuer.isBlank()) {
            throw new LaunchRefused(Fault.CLAIM_MISSING, "iss");
        }
        if (audience.isEmpty()) {
            throw new LaunchRefused(Fault.CLAIM_MISSING, "aud");
        }
        String authorised = claims.getStringClaim("azp");
        if (audience.size() > 1 && authorised == null) {
            throw new LaunchRefused(Fault.AUDIENCE);
        }
        List<Registration> known = issuer.length() > 255 ? List.of() : registrations.ofIssuer(issuer);
        if (known.isEmpty()) {
            throw LaunchRefused.ofUnknownPlatform(issuer);
        }
        return known.stream().filter(r -> fits(r.platform().clientId(), audience, authorised)).findFirst()
                .orElseThrow(() -> new LaunchRefused(Fault.AUDIENCE));
    }

    private static boolean fits(String clientId, List<String> audience, @Nullable String authorised) {
        return audience.contains(clientId) && (authorised == null || authorised.equals(clientId));
    }

    private void checkSignature(SignedJWT token, Platform platform, String kid) {
        try {
            if (!token.verify(new RSASSAVerifier(keys.key(platform, kid)))) {
                throw new LaunchRefused(Fault.SIGNATURE, "", platform);
            }
        } catch (JOSEException e) {
            throw new LaunchRefused(Fault.SIGNATURE, "", platform);
        } catch (LaunchRefused e) {
            throw e.at(platform);
        }
    }

    private void checkTimes(JWTClaimsSet claims, Platform platform) {
        Instant now = clock.instant();
        Instant expires = instant("exp", claims.getExpirationTime(), platform);
        Instant issued = instant("iat", claims.getIssueTime(), platform);
        Date notBefore = claims.getNotBeforeTime();
        if (!expires.plus(SKEW).isAfter(now)) {
            throw new LaunchRefused(Fault.EXPIRED, "", platform);
        }
        if (issued.minus(SKEW).isAfter(now) || issued.plus(oldest).plus(SKEW).isBefore(now)
                || (notBefore != null && notBefore.toInstant().minus(SKEW).isAfter(now))) {
            throw new LaunchRefused(Fault.CLOCK, "", platform);
        }
    }

    private static Instant instant(String claim, @Nullable Date value, Platform platform) {
        if (value == null) {
            throw new LaunchRefused(Fault.CLAIM_MISSING, claim, platform);
        }
        return value.toInstant();
    }

    /** A token that its platform really signed for us just now. */
    public record Verified(Registration registration, JWTClaimsSet claims) {}
}
