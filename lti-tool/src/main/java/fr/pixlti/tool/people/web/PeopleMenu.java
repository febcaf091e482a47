package fr.pixlti.tool.people.web;

import fr.pixlti.tool.shared.AdminPage;
import fr.pixlti.tool.shared.CurrentOperator.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The page on people in the console's menu. */
@Configuration(proxyBeanMethods = false)
class PeopleMenu {

    private static final int ORDER = 400;

    @Bean
    AdminPage peoplePage() {
        return new AdminPage("/admin/people", "people.console.title", ORDER, Role.OPERATOR);
    }
}
