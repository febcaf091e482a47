package fr.pixlti.tool.assessment.web;

import fr.pixlti.tool.assessment.domain.reports.ReadReports;
import fr.pixlti.tool.shared.AdminPage;
import fr.pixlti.tool.shared.CurrentOperator.Role;
import fr.pixlti.tool.shared.OperatorTask;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages on items, reports and statistics in the console's menu, and what of them waits for the operator. */
@Configuration(proxyBeanMethods = false)
class ItemsMenu {

    private static final int ITEMS = 310;
    private static final int REPORTS = 320;
    private static final int STATISTICS = 330;

    @Bean
    AdminPage itemsPage() {
        return new AdminPage("/admin/items", "assessment.items.title", ITEMS, Role.OPERATOR);
    }

    @Bean
    AdminPage reportsPage() {
        return new AdminPage("/admin/reports", "assessment.reports.title", REPORTS, Role.OPERATOR);
    }

    @Bean
    AdminPage statisticsPage() {
        return new AdminPage("/admin/statistics", "assessment.statistics.title", STATISTICS, Role.OPERATOR);
    }

    @Bean
    OperatorTask openReports(ReadReports readReports) {
        return new OperatorTask("/admin/reports", "assessment.reports.task", REPORTS, Role.OPERATOR,
                readReports::open);
    }
}
