package fr.pixlti.tool.lti.domain;

import com.nimbusds.jwt.JWTClaimsSet;
import fr.pixlti.tool.lti.domain.Notices.Notice;
import fr.pixlti.tool.shared.Ids;
import fr.pixlti.tool.shared.Transactions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Receives what a platform notifies (Platform Notification Service 1.0 §4). Each notice is a token that is checked like
 * a launch's, and kept once before the platform is answered: it is not delivered again.
 */
@Component
public class ReceiveNotices {

    private static final String LTI = "https://purl.imsglobal.org/spec/lti/claim/";
    private static final int LONGEST_ID = 255;
    private static final int LONGEST_TYPE = 100;
    private static final int MOST_ORIGINS = 200;
    private static final Logger LOG = LoggerFactory.getLogger(ReceiveNotices.class);

    private final VerifyIdToken verifyIdToken;
    private final Notices notices;
    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;

    ReceiveNotices(VerifyIdToken verifyIdToken, Notices notices, Transactions transactions, Ids ids, Clock clock) {
        this.verifyIdToken = verifyIdToken;
        this.notices = notices;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Keeps those that are right, whatever the others are.
     *
     * @param tokens the notices' {@code jwt}
     * @return whether any was kept, or had been kept before
     */
    public boolean handle(List<String> tokens) {
        List<Kept> right = new ArrayList<>();
        for (String token : tokens) {
            try {
                right.add(read(verifyIdToken.check(token)));
            } catch (LaunchRefused e) {
                Platform platform = e.platform();
                LOG.warn("Notice refused: {} {} (platform {})", e.fault().code(), e.detail(),
                        platform == null ? "unknown" : platform.id());
            }
        }
        transactions.run(() -> right.forEach(kept -> notices.add(kept.notice(), kept.once(), clock.instant())));
        return !right.isEmpty();
    }

    private Kept read(VerifyIdToken.Verified verified) {
        Platform platform = verified.registration().platform();
        JWTClaimsSet token = verified.claims();
        Claims claims = new Claims(token.getClaims(), "");
        if (!"1.3.0".equals(claims.id(LTI + "version", LONGEST_ID))) {
            throw new LaunchRefused(Fault.VERSION, "", platform);
        }
        String nonce = claims.id("nonce", LONGEST_ID);
        String jti = token.getJWTID();
        Deployment deployment = Optional
                .ofNullable(verified.registration().deployments().get(claims.id(LTI + "deployment_id", LONGEST_ID)))
                .filter(Deployment::approved)
                .orElseThrow(() -> new LaunchRefused(Fault.DEPLOYMENT_PENDING, "", platform));
        Claims about = claims.object(LTI + "notice");
        if (about == null) {
            throw new LaunchRefused(Fault.CLAIM_MISSING, "notice", platform);
        }
        String type = about.id("type", LONGEST_TYPE);
        Claims context = claims.object(LTI + "context");
        boolean copy = type.equals(Notice.CONTEXT_COPY);
        if (copy && context == null) {
            throw new LaunchRefused(Fault.CLAIM_MISSING, "context", platform);
        }
        Notice notice = new Notice(ids.next(), platform.id(), deployment.id(), type,
                copy && context != null ? context.id("id", LONGEST_ID) : "",
                copy ? origins(token.getClaim(LTI + "origin_contexts")) : List.of());
        return new Kept(notice, sha256(jti == null || jti.isBlank() ? nonce : jti));
    }

    /** Ids; or contexts, as in other messages. The spec puts no order; platforms write the nearest first. */
    private static List<String> origins(@org.jspecify.annotations.Nullable Object claim) {
        List<String> origins = new ArrayList<>();
        if (claim instanceof List<?> list) {
            for (Object one : list) {
                Object id = one instanceof Map<?, ?> context ? context.get("id") : one;
                if (id instanceof String text && !text.isBlank() && text.length() <= LONGEST_ID
                        && origins.size() < MOST_ORIGINS && !origins.contains(text)) {
                    origins.add(text);
                }
            }
        }
        return origins;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Kept(Notice notice, byte[] once) {}
}
