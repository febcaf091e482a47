package fr.pixlti.tool.lti.web;

import fr.pixlti.tool.lti.domain.KnownPlatforms;
import fr.pixlti.tool.shared.AdminPage;
import fr.pixlti.tool.shared.CurrentOperator.Role;
import fr.pixlti.tool.shared.OperatorTask;
import fr.pixlti.tool.shared.Transactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The room's entries in the console's menu and on its first page. */
@Configuration(proxyBeanMethods = false)
class AdminMenu {

    @Bean
    AdminPage platformsPage() {
        return new AdminPage("/admin/platforms", "lti.platforms.title", 100, Role.OPERATOR);
    }

    @Bean
    AdminPage invitationsPage() {
        return new AdminPage("/admin/invitations", "lti.invitations.title", 110, Role.OPERATOR);
    }

    @Bean
    OperatorTask platformsThatWait(KnownPlatforms platforms, Transactions transactions) {
        return new OperatorTask("/admin/platforms", "lti.platforms.waiting", 100, Role.OPERATOR,
                () -> transactions.call(platforms::waiting));
    }
}
