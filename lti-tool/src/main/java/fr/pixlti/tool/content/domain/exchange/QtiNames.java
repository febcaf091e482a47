package fr.pixlti.tool.content.domain.exchange;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Names of QTI 3.0 ({@code qti-choice-interaction}, {@code response-identifier}) and of 2.x ({@code choiceInteraction},
 * {@code responseIdentifier}) in one form: {@code choiceinteraction}, {@code responseidentifier}.
 */
final class QtiNames {

    private QtiNames() {}

    static String of(XmlElement element) {
        return plain(element.name());
    }

    private static String plain(String name) {
        String own = name.startsWith("qti-") ? name.substring(4) : name;
        return own.replace("-", "").toLowerCase(Locale.ROOT);
    }

    static List<XmlElement> below(XmlElement element, String name) {
        return element.children().stream()
                .flatMap(child -> Stream.concat(of(child).equals(name) ? Stream.of(child) : Stream.empty(),
                        below(child, name).stream()))
                .toList();
    }

    static String attribute(XmlElement element, String name) {
        return element.attributes().entrySet().stream().filter(each -> plain(each.getKey()).equals(name))
                .map(java.util.Map.Entry::getValue).findFirst().orElse("");
    }
}
