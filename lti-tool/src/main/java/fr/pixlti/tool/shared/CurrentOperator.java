package fr.pixlti.tool.shared;

import java.util.Set;
import java.util.UUID;

/**
 * The named account at the browser of the admin console. Handlers below {@code /admin} take it as an argument.
 *
 * @param id the account
 * @param name shown in the console and kept in the audit log
 * @param roles what the account may do
 */
public record CurrentOperator(UUID id, String name, Set<Role> roles) {

    public CurrentOperator {
        roles = Set.copyOf(roles);
    }

    /** ADMINISTRATOR: accounts, and everything else; OPERATOR: platforms, keys, queue, content, retention. */
    public enum Role {
        ADMINISTRATOR, OPERATOR
    }

    /** @throws DomainError {@code shell.role-missing} when the account has neither the role nor ADMINISTRATOR */
    public void require(Role role) {
        if (!roles.contains(role) && !roles.contains(Role.ADMINISTRATOR)) {
            throw new DomainError("shell.role-missing", DomainError.Kind.FORBIDDEN);
        }
    }
}
