package fr.pixlti.tool.shell.domain;

import fr.pixlti.tool.shared.CurrentOperator.Role;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Makes the account {@code admin} at a start without any account, with the password of the settings. In the demonstration
 * without such a setting, each start gives it a new password, which stands in the log and nowhere else.
 */
@Component
class FirstAccount implements SmartInitializingSingleton {

    static final String NAME = "admin";

    private static final Logger LOG = LoggerFactory.getLogger(FirstAccount.class);
    /** Every node gives the first account the same id, so that of two that start at once one account is kept. */
    private static final UUID FIRST = new UUID(0L, 1L);

    private final Accounts accounts;
    private final Passwords passwords;
    private final Transactions transactions;
    private final AdminSettings settings;
    private final Environment environment;
    private final Clock clock;

    FirstAccount(Accounts accounts, Passwords passwords, Transactions transactions, AdminSettings settings,
            Environment environment, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.transactions = transactions;
        this.settings = settings;
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        boolean none = transactions.call(accounts::none);
        String password = settings.password();
        if (password != null) {
            if (none) {
                add(password);
                LOG.info("Made the console's first account, '{}', with pixlti.admin.password", NAME);
            }
        } else if (environment.acceptsProfiles(Profiles.of("demo"))) {
            demonstrate(RecoveryCodes.one());
        }
        if (!settings.secondFactor()) {
            LOG.warn("pixlti.admin.second-factor is false: a password alone opens the console");
        }
    }

    private void demonstrate(String password) {
        String hash = passwords.hash(password);
        boolean given = transactions.call(() -> accounts.none()
                ? accounts.addUnlessThere(account(hash))
                : accounts.setPassword(FIRST, hash, false, clock.instant()));
        if (given) {
            LOG.info("Demonstration: the console is at /admin, account '{}', password {}", NAME, password);
        }
    }

    private void add(String password) {
        String hash = passwords.hash(password);
        transactions.run(() -> accounts.addUnlessThere(account(hash)));
    }

    private Account account(String hash) {
        Instant now = clock.instant();
        return Account.of(FIRST, NAME, Role.ADMINISTRATOR, hash, false, now);
    }
}
