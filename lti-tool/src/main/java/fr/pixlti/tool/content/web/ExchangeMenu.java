package fr.pixlti.tool.content.web;

import fr.pixlti.tool.shared.AdminPage;
import fr.pixlti.tool.shared.CurrentOperator.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The page on questions of other systems in the console's menu. */
@Configuration(proxyBeanMethods = false)
class ExchangeMenu {

    @Bean
    AdminPage exchangePage() {
        return new AdminPage("/admin/content/exchange", "content.exchange.title", 310, Role.OPERATOR);
    }
}
