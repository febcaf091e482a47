package fr.pixlti.tool.shell.web;

import fr.pixlti.tool.shared.AdminPage;
import fr.pixlti.tool.shared.CurrentOperator;
import fr.pixlti.tool.shared.CurrentOperator.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the frame around the console's pages, and the shell's own pages into its menu. */
@Configuration(proxyBeanMethods = false)
class ConsoleWeb implements WebMvcConfigurer {

    private final ObjectProvider<AdminPage> pages;

    ConsoleWeb(ObjectProvider<AdminPage> pages) {
        this.pages = pages;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Framing(pages)).addPathPatterns("/admin", "/admin/**");
    }

    @Configuration(proxyBeanMethods = false)
    static class Pages {

        @Bean
        AdminPage homePage() {
            return new AdminPage("/admin", "shell.console.home", 0, Role.OPERATOR);
        }

        @Bean
        AdminPage accountsPage() {
            return new AdminPage("/admin/accounts", "shell.accounts.title", 900, Role.ADMINISTRATOR);
        }

        @Bean
        AdminPage auditPage() {
            return new AdminPage("/admin/audit", "shell.audit.title", 910, Role.ADMINISTRATOR);
        }
    }

    /** The layout reads the request's attribute {@code console}; without an operator there is no menu. */
    private static final class Framing implements HandlerInterceptor {

        private final ObjectProvider<AdminPage> pages;

        Framing(ObjectProvider<AdminPage> pages) {
            this.pages = pages;
        }

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
            if (authentication != null && authentication.getPrincipal() instanceof CurrentOperator operator) {
                List<AdminPage> sorted = pages.stream().sorted(Comparator.comparingInt(AdminPage::order)).toList();
                request.setAttribute("console", ConsoleFrame.of(operator, sorted, request.getServletPath()));
            }
            return true;
        }
    }
}
