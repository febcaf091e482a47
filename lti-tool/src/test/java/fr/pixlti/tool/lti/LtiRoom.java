package fr.pixlti.tool.lti;

import fr.pixlti.tool.lti.domain.LtiSettings;
import fr.pixlti.tool.lti.domain.ToolKeySettings;
import fr.pixlti.tool.shared.CurrentOperator;
import fr.pixlti.tool.shared.CurrentPerson;
import fr.pixlti.tool.shared.ToolSettings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The LTI room alone, with a real database. No stereotype on purpose: a scan of the whole tool must not find it.
 */
@EnableAutoConfiguration
@EnableConfigurationProperties({LtiSettings.class, ToolKeySettings.class, ToolSettings.class})
@ComponentScan({"fr.pixlti.tool.lti", "fr.pixlti.tool.shared"})
public class LtiRoom {

    static final String OPERATOR_COOKIE = "test-operator";

    @Bean
    TestClock clock() {
        return new TestClock();
    }

    @Bean
    TestAdmission testAdmission() {
        return new TestAdmission();
    }

    @Bean
    TestActivities testActivities() {
        return new TestActivities();
    }

    @Bean
    TestAuditLog testAuditLog() {
        return new TestAuditLog();
    }

    /** What the layout of pages asks the shell for. */
    @Bean("frame")
    Frame frame() {
        return new Frame();
    }

    @Bean
    SecurityFilterChain chain(HttpSecurity http, TestAdmission admission) throws Exception {
        return http.authorizeHttpRequests(
                requests -> requests.requestMatchers("/lti/pick/**", "/lti/content/**", "/lti/not-ready", "/admin/**")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .csrf(csrf -> csrf.ignoringRequestMatchers("/lti/login", "/lti/launch", "/lti/open", "/lti/notices",
                        "/lti/content-return/**", "/lti/content-return"))
                .addFilterBefore(new SignedIn(admission), AuthorizationFilter.class).build();
    }

    private static final class SignedIn extends OncePerRequestFilter {

        private final TestAdmission admission;

        SignedIn(TestAdmission admission) {
            this.admission = admission;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
            Arrays.stream(cookies).filter(cookie -> TestAdmission.COOKIE.equals(cookie.getName()))
                    .flatMap(cookie -> admission.person(cookie.getValue()).stream())
                    .map(id -> new CurrentPerson(id, new UUID(1, 1), "test", "", Locale.FRENCH, null))
                    .forEach(person -> SecurityContextHolder.getContext()
                            .setAuthentication(new TestingAuthenticationToken(person, "", List.of())));
            Arrays.stream(cookies).filter(cookie -> OPERATOR_COOKIE.equals(cookie.getName()))
                    .map(cookie -> operator(cookie.getValue()))
                    .forEach(operator -> SecurityContextHolder.getContext()
                            .setAuthentication(new TestingAuthenticationToken(operator, "", List.of())));
            chain.doFilter(request, response);
        }

        /** Named by the role, or anything else for an account that has none. */
        private static CurrentOperator operator(String name) {
            Set<CurrentOperator.Role> roles = "OPERATOR".equals(name)
                    ? Set.of(CurrentOperator.Role.OPERATOR)
                    : Set.of();
            return new CurrentOperator(new UUID(2, 2), name, roles);
        }
    }

    /** See {@code shell.PageFrame}. */
    public static final class Frame {

        public String bootstrap() {
            return "/bootstrap.css";
        }

        public String htmx() {
            return "/htmx.js";
        }

        public String style() {
            return "/tool.css";
        }

        public String script() {
            return "/tool.js";
        }

        public String viewer() {
            return "";
        }

        public boolean signedIn() {
            return false;
        }
    }
}
