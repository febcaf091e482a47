package fr.pixlti.tool.shell;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;

/** Who may call what: public pages are listed here, everything else needs the person of a session. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** For everybody; a handler elsewhere takes the {@code CurrentPerson}, and a test keeps it so. */
    static final String[] PUBLIC = {"/", "/error", "/lti/login", "/lti/launch", "/lti/open", "/lti/content-return",
        "/lti/content-return/ready", "/lti/not-ready",
        "/lti/no-work", "/campaigns/{code:[A-Za-z]{6}[0-9]{3}}", "/lti/register", "/lti/register/*", "/lti/notices",
        "/.well-known/jwks.json", "/actuator/health/**", "/actuator/prometheus", ConsoleSecurity.SIGN_IN,
        ConsoleSecurity.SIGN_IN + "/**"};

    /** What a platform or a browser posts from another site is proven by state, nonce and signature. */
    private static final String[] WIRE = {"/lti/login", "/lti/launch", "/lti/open", "/lti/content-return",
        "/lti/content-return/ready", "/lti/register",
        "/lti/register/*", "/lti/notices", "/.well-known/jwks.json"};

    /** Files that are the same for everybody: no person is looked up for them. */
    static final String[] FILES = {"/webjars/**", "/assets/**", "/content/**"};

    @Bean
    @Order(1)
    SecurityFilterChain files(HttpSecurity http) throws Exception {
        return http.securityMatcher(FILES)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable).requestCache(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable).sessionManagement(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.cacheControl(cache -> cache.disable())
                        .frameOptions(frames -> frames.disable()))
                .build();
    }

    /** The demo LMS plays another site: it has its own headers, and its platform services are proven by signatures. */
    @Bean
    @Order(2)
    @Profile("demo")
    SecurityFilterChain demo(HttpSecurity http) throws Exception {
        CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookiePath("/demo");
        return http.securityMatcher("/demo", "/demo/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf -> csrf.csrfTokenRepository(tokens).ignoringRequestMatchers("/demo/lti/**"))
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .anonymous(AbstractHttpConfigurer::disable).headers(AbstractHttpConfigurer::disable).build();
    }

    /** What platforms call: proven by state, nonce and signature, so there is no person yet and no form of ours. */
    @Bean
    @Order(5)
    SecurityFilterChain wire(HttpSecurity http, ContentPolicyWriter contentPolicy) throws Exception {
        return lean(http.securityMatcher(WIRE).authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable).securityContext(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.frameOptions(frames -> frames.disable())
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                        .addHeaderWriter(contentPolicy)));
    }

    @Bean
    @Order(10)
    SecurityFilterChain pages(HttpSecurity http, SessionContexts contexts, SessionCsrfTokens tokens,
            ContentPolicyWriter contentPolicy) throws Exception {
        return lean(http
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers(PUBLIC).permitAll().anyRequest().authenticated())
                .securityContext(context -> context.securityContextRepository(contexts))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens))
                .exceptionHandling(errors -> errors
                        .authenticationEntryPoint((request, response, e) -> response
                                .sendError(HttpStatus.UNAUTHORIZED.value()))
                        .accessDeniedHandler(
                                (request, response, e) -> response.sendError(HttpStatus.FORBIDDEN.value())))
                .headers(headers -> headers.frameOptions(frames -> frames.disable())
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                        .addHeaderWriter(contentPolicy)));
    }

    /** Without the filters that nothing here needs: every request would pay for them. */
    static SecurityFilterChain lean(HttpSecurity http) throws Exception {
        return http.sessionManagement(AbstractHttpConfigurer::disable).requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable).servletApi(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable).formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable).build();
    }

    /** Requests are observed once, by the web layer, not once more by each filter. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Nobody signs in with a password here; its presence keeps Spring Boot from making up an account. */
    @Bean
    AuthenticationManager authenticationManager() {
        return authentication -> {
            throw new ProviderNotFoundException("People sign in through their platform");
        };
    }
}
