package fr.pixlti.tool.content.domain.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An element of a file, with texts and elements in their order. Names are local, without prefix. */
final class XmlElement {

    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Object> content = new ArrayList<>();

    XmlElement(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    void put(String attribute, String value) {
        attributes.put(attribute, value);
    }

    void add(XmlElement child) {
        content.add(child);
    }

    void add(String text) {
        content.add(text);
    }

    /** The attribute's value, empty when it is absent. */
    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    Map<String, String> attributes() {
        return attributes;
    }

    /** Texts (String) and elements (XmlElement) in their order. */
    List<Object> content() {
        return content;
    }

    List<XmlElement> children() {
        return content.stream().filter(XmlElement.class::isInstance).map(XmlElement.class::cast).toList();
    }

    List<XmlElement> children(String named) {
        return children().stream().filter(child -> child.name.equals(named)).toList();
    }

    Optional<XmlElement> child(String named) {
        return content.stream().filter(XmlElement.class::isInstance).map(XmlElement.class::cast)
                .filter(child -> child.name.equals(named)).findFirst();
    }

    /** Every element below with that name, in the order of the file. */
    List<XmlElement> below(String named) {
        List<XmlElement> found = new ArrayList<>();
        for (XmlElement child : children()) {
            if (child.name.equals(named)) {
                found.add(child);
            }
            found.addAll(child.below(named));
        }
        return found;
    }

    /** All text inside, at any depth. */
    String text() {
        StringBuilder text = new StringBuilder();
        collect(text);
        return text.toString();
    }

    /** Text of the element at the end of that path, without white space at its ends; empty when there is none. */
    String text(String... path) {
        Optional<XmlElement> at = Optional.of(this);
        for (String step : path) {
            at = at.flatMap(element -> element.child(step));
        }
        return at.map(element -> element.text().strip()).orElse("");
    }

    private void collect(StringBuilder text) {
        for (Object piece : content) {
            if (piece instanceof XmlElement child) {
                child.collect(text);
            } else {
                text.append(piece);
            }
        }
    }
}
