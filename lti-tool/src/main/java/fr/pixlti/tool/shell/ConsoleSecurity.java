package fr.pixlti.tool.shell;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The console: everything needs an operator but the sign-in; nothing is framed, kept by caches or posted from elsewhere. */
@Configuration(proxyBeanMethods = false)
class ConsoleSecurity {

    /** The steps of a sign-in, which prove themselves who is there. */
    static final String SIGN_IN = "/admin/sign-in";

    @Bean
    @Order(7)
    SecurityFilterChain console(HttpSecurity http, ConsoleContexts contexts, ConsoleCookies cookies) throws Exception {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(cookies.formCookie());
        tokens.setCookieCustomizer(cookies::locked);
        return SecurityConfiguration.lean(http.securityMatcher("/admin", "/admin/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(SIGN_IN, SIGN_IN + "/**").permitAll()
                        .anyRequest().authenticated())
                .securityContext(context -> context.securityContextRepository(contexts))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens))
                .exceptionHandling(errors -> errors.authenticationEntryPoint((request, response, e) -> {
                    response.setStatus(HttpStatus.SEE_OTHER.value());
                    response.setHeader("Location", SIGN_IN);
                }).accessDeniedHandler((request, response, e) -> response.sendError(HttpStatus.FORBIDDEN.value())))
                .headers(headers -> headers
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                        .addHeaderWriter((request, response) -> {
                            if (!response.containsHeader(ContentPolicyWriter.NAME)) {
                                response.setHeader(ContentPolicyWriter.NAME, ContentPolicyWriter.OWN + "'none'");
                            }
                        })));
    }
}
