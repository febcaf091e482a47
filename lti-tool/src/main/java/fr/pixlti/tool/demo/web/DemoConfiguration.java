package fr.pixlti.tool.demo.web;

import fr.pixlti.tool.demo.domain.ToolRegistration;
import fr.pixlti.tool.demo.wire.JournalInterceptor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hangs the demo LMS into the application, at {@code /demo}, with the profile {@code demo}. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoConfiguration {

    /** Early, so that a visitor under the wrong host name is sent on before anything else looks at the request. */
    @Bean
    FilterRegistrationBean<VisitFilter> demoVisitFilter(ToolRegistration tool) {
        FilterRegistrationBean<VisitFilter> registration = new FilterRegistrationBean<>(new VisitFilter(tool));
        registration.addUrlPatterns("/demo", "/demo/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return registration;
    }

    @Bean
    WebMvcConfigurer demoJournal(JournalInterceptor interceptor) {
        return new WebMvcConfigurer() {

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(interceptor).addPathPatterns("/demo/lti/**",
                        "/demo/openid-configuration");
            }
        };
    }
}
