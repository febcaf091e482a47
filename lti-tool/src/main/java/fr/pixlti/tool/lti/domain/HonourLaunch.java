package fr.pixlti.tool.lti.domain;

import fr.pixlti.tool.shared.Transactions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The one transaction of a launch: uses the login up, compares the token with it, and lets the person in. Makes no call
 * to anybody. A refusal is given back rather than thrown, so that the login stays used.
 */
@Component
class HonourLaunch {

    private final Logins logins;
    private final Platforms platforms;
    private final EnterLaunch enterLaunch;
    private final WaitForWindow waitForWindow;
    private final Transactions transactions;
    private final Clock clock;

    HonourLaunch(Logins logins, Platforms platforms, EnterLaunch enterLaunch, WaitForWindow waitForWindow,
            Transactions transactions, Clock clock) {
        this.logins = logins;
        this.platforms = platforms;
        this.enterLaunch = enterLaunch;
        this.waitForWindow = waitForWindow;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** For a browser that proved, by its cookie, that the login was its own. */
    LaunchAnswer here(OneUseSecret state, Launch launch, Registration registration) {
        Platform platform = registration.platform();
        return transactions.call(() -> {
            Fault fault = useLogin(state, launch);
            if (fault != null) {
                return refused(fault, platform);
            }
            Deployment deployment = deployment(launch, registration);
            return deployment.approved()
                    ? enterLaunch.handle(state.id(), launch, platform, deployment)
                    : refused(Fault.DEPLOYMENT_PENDING, platform);
        });
    }

    /**
     * For a browser that kept no cookie: the launch waits a short while for a ticket.
     *
     * @param storageTarget where the platform keeps a proof, absent where it keeps none
     * @param proofNeeded whether the ticket is good only together with that proof
     */
    LaunchAnswer inNewWindow(OneUseSecret state, Launch launch, Registration registration,
            @Nullable String storageTarget, boolean proofNeeded) {
        Platform platform = registration.platform();
        return transactions.call(() -> {
            Fault fault = useLogin(state, launch);
            if (fault != null) {
                return refused(fault, platform);
            }
            return deployment(launch, registration).approved()
                    ? waitForWindow.keep(state, launch, platform, storageTarget, proofNeeded)
                    : refused(Fault.DEPLOYMENT_PENDING, platform);
        });
    }

    /** For the window of its own, or for the frame after all. */
    LaunchAnswer withTicket(OneUseSecret ticket, boolean inFrame) {
        return transactions.call(() -> {
            Optional<Launch> launch = waitForWindow.take(ticket, inFrame);
            Optional<Platform> platform = launch.flatMap(l -> platforms.byId(l.platformId()));
            if (launch.isEmpty() || platform.isEmpty()) {
                return refused(Fault.TICKET_USED, null);
            }
            Deployment deployment = platforms.deployment(launch.get().platformId(), launch.get().deploymentId());
            return deployment.approved()
                    ? enterLaunch.handle(ticket.id(), launch.get(), platform.get(), deployment)
                    : refused(Fault.DEPLOYMENT_PENDING, platform.get());
        });
    }

    private @Nullable Fault useLogin(OneUseSecret state, Launch launch) {
        Optional<Login> taken = logins.take(state);
        if (taken.isEmpty()) {
            return Fault.LOGIN_USED;
        }
        Login login = taken.get();
        if (!login.expiresAt().isAfter(clock.instant())) {
            return Fault.LOGIN_EXPIRED;
        }
        if (!login.platformId().equals(launch.platformId())) {
            return Fault.LOGIN_OF_OTHER_PLATFORM;
        }
        if (!MessageDigest.isEqual(bytes(login.nonce()), bytes(launch.nonce()))) {
            return Fault.NONCE;
        }
        String expected = login.expectedDeployment();
        if (expected != null && !expected.equals(launch.deploymentId())) {
            return Fault.LOGIN_OF_OTHER_DEPLOYMENT;
        }
        return login.targetLinkUri().equals(launch.targetLinkUri()) ? null : Fault.LOGIN_OF_OTHER_TARGET;
    }

    private Deployment deployment(Launch launch, Registration registration) {
        Deployment known = registration.deployments().get(launch.deploymentId());
        return known != null && known.approved()
                ? known
                : platforms.deployment(launch.platformId(), launch.deploymentId());
    }

    private static LaunchAnswer refused(Fault fault, @Nullable Platform platform) {
        return new LaunchAnswer.Refused(new LaunchRefused(fault, "", platform));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
