package fr.pixlti.tool.shell;

import fr.pixlti.tool.shared.CurrentPerson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** French or English: what the host said at the sign-in, else what the browser asks for, else French. */
@Configuration(proxyBeanMethods = false)
class Languages {

    private static final List<Locale> SPOKEN = List.of(Locale.FRENCH, Locale.ENGLISH);

    @Bean
    LocaleResolver localeResolver() {
        return new HostThenBrowser();
    }

    private static final class HostThenBrowser implements LocaleResolver {

        private final AcceptHeaderLocaleResolver browser = new AcceptHeaderLocaleResolver();

        HostThenBrowser() {
            browser.setSupportedLocales(SPOKEN);
            browser.setDefaultLocale(Locale.FRENCH);
        }

        @Override
        public Locale resolveLocale(HttpServletRequest request) {
            Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
            if (authentication != null && authentication.getPrincipal() instanceof CurrentPerson person) {
                return "en".equals(person.locale().getLanguage()) ? Locale.ENGLISH : Locale.FRENCH;
            }
            return browser.resolveLocale(request);
        }

        @Override
        public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response,
                @Nullable Locale locale) {
            throw new UnsupportedOperationException("The language is the host's and the browser's to choose");
        }
    }
}
