package fr.pixlti.tool.testing;

import fr.pixlti.tool.demo.domain.DemoSettings;
import org.jspecify.annotations.NullMarked;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** What the double is made of; without a stereotype, so that the tool's own component scan passes it by. */
@NullMarked
@ImportAutoConfiguration({ConfigurationPropertiesAutoConfiguration.class,
    PropertyPlaceholderAutoConfiguration.class,
    MessageSourceAutoConfiguration.class, JacksonAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class, HttpEncodingAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class, ErrorMvcAutoConfiguration.class, ThymeleafAutoConfiguration.class})
@EnableConfigurationProperties(DemoSettings.class)
@ComponentScan("fr.pixlti.tool.demo")
final class DoubleParts {

    @Bean
    MovableClock clock() {
        return new MovableClock();
    }

    @Bean
    Wiretap wiretap(MovableClock clock) {
        return new Wiretap(clock);
    }

    @Bean
    FilterRegistrationBean<Wiretap> wiretapRegistration(Wiretap wiretap) {
        FilterRegistrationBean<Wiretap> registration = new FilterRegistrationBean<>(wiretap);
        registration.addUrlPatterns("/demo/lti/*");
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> scissors() {
        return factory -> factory.addContextValves(new Wiretap.Scissors());
    }
}
