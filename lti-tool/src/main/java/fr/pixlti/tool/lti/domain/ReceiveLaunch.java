package fr.pixlti.tool.lti.domain;

import fr.pixlti.tool.lti.spi.LaunchAdmission;
import fr.pixlti.tool.shared.ToolSettings;
import fr.pixlti.tool.shared.Transactions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Receives what a platform, by way of the browser, posts after a login (LTI 1.3 core §5.1.1.3). Everything that needs no
 * database is checked first, then one transaction does the rest.
 */
@Component
public class ReceiveLaunch {

    private final VerifyIdToken verifyIdToken;
    private final HonourLaunch honourLaunch;
    private final NoticeOffers noticeOffers;
    private final LaunchAdmission admissions;
    private final Transactions transactions;
    private final String ownOrigin;
    private final LoginCookie cookie;

    ReceiveLaunch(VerifyIdToken verifyIdToken, HonourLaunch honourLaunch, NoticeOffers noticeOffers,
            LaunchAdmission admissions, Transactions transactions, ToolSettings tool) {
        this.verifyIdToken = verifyIdToken;
        this.honourLaunch = honourLaunch;
        this.noticeOffers = noticeOffers;
        this.admissions = admissions;
        this.transactions = transactions;
        this.ownOrigin = Origin.of(tool.publicUrl());
        this.cookie = new LoginCookie(tool.https());
    }

    /** A launch. */
    public LaunchAnswer handle(Post post) {
        Optional<OneUseSecret> state = Optional.ofNullable(post.state()).flatMap(OneUseSecret::parse);
        LaunchAnswer answer;
        try {
            answer = launch(post, state);
        } catch (LaunchRefused e) {
            answer = new LaunchAnswer.Refused(e);
        }
        return orReopened(answer, state, post.cookies());
    }

    /**
     * The second half of a launch whose browser kept no cookie.
     *
     * @param proof from the platform's storage, when the ticket needs one; absent or empty otherwise
     * @param inFrame whether the page in the frame asks, rather than a window of its own
     * @param origin only our own page may send a ticket, so that nobody can make another's browser use theirs
     */
    public LaunchAnswer open(@Nullable String ticket, @Nullable String proof, boolean inFrame, @Nullable String origin,
            Function<String, @Nullable String> cookies) {
        Optional<OneUseSecret> given = Optional.ofNullable(ticket).flatMap(OneUseSecret::parse)
                .map(secret -> proof == null || proof.isEmpty() ? secret : secret.with(proof));
        LaunchAnswer answer = given.isEmpty() || !ownOrigin.equals(origin)
                ? new LaunchAnswer.Refused(new LaunchRefused(Fault.TICKET_USED))
                : honourLaunch.withTicket(given.get(), inFrame);
        return orReopened(answer, given, cookies);
    }

    private LaunchAnswer launch(Post post, Optional<OneUseSecret> state) {
        if (post.error() != null) {
            throw platformError(post.error());
        }
        if (post.idToken() == null || post.idToken().isBlank()) {
            throw new LaunchRefused(Fault.TOKEN_MISSING);
        }
        VerifyIdToken.Verified verified = verifyIdToken.handle(post.idToken());
        Platform platform = verified.registration().platform();
        try {
            Launch launch = ReadLaunch.handle(platform, verified.claims().getClaims());
            noticeOffers.seen(verified, launch.deploymentId());
            OneUseSecret login = state.orElseThrow(() -> new LaunchRefused(Fault.STATE_MISSING));
            if (cookieProves(login, post)) {
                return honourLaunch.here(login, launch, verified.registration());
            }
            boolean ofPlatform = postedByPlatform(post, platform);
            return honourLaunch.inNewWindow(login, launch, verified.registration(),
                    StorageProofs.usable(post.storageTarget()) ? post.storageTarget() : null, !ofPlatform);
        } catch (LaunchRefused e) {
            throw e.at(platform);
        }
    }

    /** Whether this is the browser of the login. @throws LaunchRefused when its cookie says that it is not */
    private boolean cookieProves(OneUseSecret login, Post post) {
        String proof = post.cookies().apply(cookie.name(login));
        if (proof != null && !MessageDigest.isEqual(bytes(proof), bytes(login.text()))) {
            throw new LaunchRefused(Fault.OTHER_BROWSER);
        }
        return proof != null;
    }

    /**
     * Without the cookie (ADR 0003), in a frame: whether one of the platform's own pages posted; if not, the platform must
     * at least say that it keeps a proof.
     *
     * @throws LaunchRefused when there is neither
     */
    private static boolean postedByPlatform(Post post, Platform platform) {
        boolean inFrame = post.fetchDestination() == null || "iframe".equals(post.fetchDestination());
        boolean ofPlatform = post.origin() != null && platform.frameOrigins().contains(post.origin());
        if (!inFrame || (!ofPlatform && !StorageProofs.usable(post.storageTarget()))) {
            throw new LaunchRefused(Fault.COOKIE_MISSING);
        }
        return ofPlatform;
    }

    /**
     * A launch that is posted again shows the session it led to, when this browser holds it: reloading and going back
     * never end at an error. It needs no proof beside the session's own cookie, since nothing new is opened.
     */
    private LaunchAnswer orReopened(LaunchAnswer answer, Optional<OneUseSecret> used,
            Function<String, @Nullable String> cookies) {
        if (!(answer instanceof LaunchAnswer.Refused) || used.isEmpty()) {
            return answer;
        }
        return transactions.call(() -> admissions.reopen(used.get().id(), cookies))
                .<LaunchAnswer>map(reopened -> new LaunchAnswer.Reopened(reopened.path())).orElse(answer);
    }

    private static LaunchRefused platformError(String error) {
        boolean signIn = "login_required".equals(error) || "interaction_required".equals(error);
        boolean wellFormed = error.matches("[a-z_]{1,40}");
        return new LaunchRefused(signIn ? Fault.PLATFORM_LOGIN : Fault.PLATFORM_ERROR, wellFormed ? error : "");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * What was posted.
     *
     * @param error the platform's answer when it gives no token (OpenID Connect core §3.1.2.6)
     * @param cookies finds the browser's cookie of a name
     * @param origin of the page that posted, as the browser says
     * @param fetchDestination {@code Sec-Fetch-Dest}
     * @param storageTarget {@code lti_storage_target}, where the platform has a storage for tools
     */
    public record Post(@Nullable String idToken, @Nullable String state, @Nullable String error,
            Function<String, @Nullable String> cookies, @Nullable String origin, @Nullable String fetchDestination,
            @Nullable String storageTarget) {}
}
