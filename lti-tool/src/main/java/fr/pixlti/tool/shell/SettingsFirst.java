package fr.pixlti.tool.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.web.server.WebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.stereotype.Component;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/**
 * Reads the settings {@code pixlti.*} of all rooms before anything is started: wrong ones stop the start at once, all of
 * them together, and so does a name that no room reads, which would leave the setting that was meant at its default.
 *
 * <p>The web server is the first thing that Spring Boot makes; the database comes after it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SettingsFirst implements WebServerFactoryCustomizer<WebServerFactory> {

    private static final String PREFIX = "pixlti";

    private final ConfigurableListableBeanFactory beans;
    private final ConfigurableEnvironment environment;

    SettingsFirst(ConfigurableListableBeanFactory beans, ConfigurableEnvironment environment) {
        this.beans = beans;
        this.environment = environment;
    }

    /** @throws FaultySettings when the tool cannot start with its settings */
    @Override
    public void customize(WebServerFactory server) {
        Map<String, List<Class<?>>> records = new LinkedHashMap<>();
        List<String> faults = new ArrayList<>();
        for (String name : beans.getBeanDefinitionNames()) {
            Class<?> type = beans.getType(name, false);
            String prefix = prefix(type);
            if (type != null && (prefix + ".").startsWith(PREFIX + ".")) {
                records.computeIfAbsent(prefix, each -> new ArrayList<>()).add(type);
                faults.addAll(faults(name, prefix));
            }
        }
        faults.addAll(new SettingNames(records).unknown(environment, PREFIX));
        if (!faults.isEmpty()) {
            throw new FaultySettings(faults);
        }
    }

    private static String prefix(@Nullable Class<?> type) {
        ConfigurationProperties settings = type == null || !type.isRecord()
                ? null
                : AnnotatedElementUtils.findMergedAnnotation(type, ConfigurationProperties.class);
        return settings == null ? "" : settings.prefix();
    }

    private List<String> faults(String name, String prefix) {
        try {
            beans.getBean(name);
            return List.of();
        } catch (BeanCreationException e) {
            BindValidationException invalid = cause(e, BindValidationException.class);
            return invalid == null
                    ? List.of(unbound(e, prefix))
                    : invalid.getValidationErrors().getAllErrors().stream().map(error -> invalid(error, prefix))
                            .toList();
        }
    }

    /** A value that no constraint of its record allows; the value itself is not shown, it may be a secret. */
    private static String invalid(ObjectError error, String prefix) {
        String setting = error instanceof FieldError field
                ? prefix + "." + DataObjectPropertyName.toDashedForm(field.getField())
                : prefix;
        return setting + " " + error.getDefaultMessage() + origin(Origin.from(error));
    }

    /** A value that is not of its type, or that the record's constructor refuses; its message then names the setting. */
    private static String unbound(BeanCreationException e, String prefix) {
        BindException bind = cause(e, BindException.class);
        String reason = String.valueOf(NestedExceptionUtils.getMostSpecificCause(e).getMessage());
        if (reason.startsWith(PREFIX + ".")) {
            return reason;
        }
        return (bind == null ? prefix : bind.getName()) + ": " + reason
                + origin(bind == null ? null : Origin.from(bind.getProperty()));
    }

    private static String origin(@Nullable Origin origin) {
        return Optional.ofNullable(origin).map(from -> " (" + from + ")").orElse("");
    }

    private static <T extends Throwable> @Nullable T cause(Throwable failure, Class<T> type) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                return type.cast(each);
            }
        }
        return null;
    }
}
