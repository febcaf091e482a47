package fr.pixlti.tool.lti.web;

import fr.pixlti.tool.shared.AdminPage;
import fr.pixlti.tool.shared.CurrentOperator.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The page on keys in the console's menu. */
@Configuration(proxyBeanMethods = false)
class KeysMenu {

    @Bean
    AdminPage keysPage() {
        return new AdminPage("/admin/keys", "lti.keys.title", 120, Role.OPERATOR);
    }
}
