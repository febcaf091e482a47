package fr.pixlti.tool.lti.web;

import fr.pixlti.tool.shared.AdminPage;
import fr.pixlti.tool.shared.CurrentOperator.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The room's entries in the console's menu. */
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
}
