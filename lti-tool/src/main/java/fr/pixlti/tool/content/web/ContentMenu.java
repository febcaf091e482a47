package fr.pixlti.tool.content.web;

import fr.pixlti.tool.shared.AdminPage;
import fr.pixlti.tool.shared.CurrentOperator.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The page on releases and packs in the console's menu. */
@Configuration(proxyBeanMethods = false)
class ContentMenu {

    @Bean
    AdminPage contentPage() {
        return new AdminPage("/admin/content", "content.releases.title", 300, Role.OPERATOR);
    }
}
