package fr.pixlti.tool.shell;

import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The names of all settings, as their records spell them. */
final class SettingNames {

    private final Set<String> single = new HashSet<>();
    private final Set<String> maps = new HashSet<>();

    /** @param records the settings records by their prefix, which several may share */
    SettingNames(Map<String, List<Class<?>>> records) {
        records.forEach((prefix, types) -> types.forEach(type -> add(prefix, type)));
    }

    /**
     * Settings below a prefix that no record has, each with where it stands. Environment variables are left out: an
     * orchestrator may set some that begin like ours.
     */
    List<String> unknown(ConfigurableEnvironment environment, String prefix) {
        ConfigurationPropertyName root = ConfigurationPropertyName.of(prefix);
        return StreamSupport.stream(ConfigurationPropertySources.get(environment).spliterator(), false)
                .filter(source -> !(source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource))
                .filter(IterableConfigurationPropertySource.class::isInstance)
                .flatMap(source -> ((IterableConfigurationPropertySource) source).stream()
                        .filter(name -> root.isAncestorOf(name) && !known(name)).map(name -> fault(source, name)))
                .distinct().toList();
    }

    private static String fault(ConfigurationPropertySource source, ConfigurationPropertyName name) {
        Origin origin = Origin.from(source.getConfigurationProperty(name));
        return name + " is not a setting of the tool" + (origin == null ? "" : " (" + origin + ")");
    }

    private boolean known(ConfigurationPropertyName name) {
        String plain = plain(name.toString());
        return single.contains(plain) || maps.stream().anyMatch(map -> plain.startsWith(map + "."));
    }

    private void add(String prefix, Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = prefix + "." + component.getName();
            ResolvableType declared = ResolvableType.forMethodReturnType(component.getAccessor());
            Class<?> element = declared.asCollection().getGeneric().resolve(component.getType());
            if (element.isRecord()) {
                add(name, element);
            } else if (Map.class.isAssignableFrom(component.getType())) {
                maps.add(plain(name));
            } else {
                single.add(plain(name));
            }
        }
    }

    /** Without what Spring does not look at: positions in a list, dashes, capitals. */
    private static String plain(String name) {
        return name.replaceAll("\\[[^\\]]*]", "").replace("-", "").toLowerCase(Locale.ROOT);
    }
}
