package fr.pixlti.tool.gradebook.web;

import fr.pixlti.tool.gradebook.domain.SearchQueue;
import fr.pixlti.tool.shared.AdminPage;
import fr.pixlti.tool.shared.CurrentOperator.Role;
import fr.pixlti.tool.shared.OperatorTask;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The page on scores in the console's menu, and what of it waits for the operator. */
@Configuration(proxyBeanMethods = false)
class PassbackMenu {

    private static final int ORDER = 200;

    @Bean
    AdminPage passbackPage() {
        return new AdminPage("/admin/passback", "gradebook.passback.title", ORDER, Role.OPERATOR);
    }

    @Bean
    OperatorTask refusedScores(SearchQueue searchQueue) {
        return new OperatorTask("/admin/passback?state=REFUSED", "gradebook.passback.task", ORDER, Role.OPERATOR,
                searchQueue::refused);
    }
}
