package fr.pixlti.tool.lti.domain;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads claims with the care that data from outside needs. Every refusal names the claim, never its value.
 *
 * @param values by name
 * @param path name of the claim these values are in, for messages; empty at the top
 */
record Claims(Map<?, ?> values, String path) {

    /** The text, absent when it is missing or blank. */
    @Nullable
    String text(String name) {
        Object value = values.get(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text)) {
            throw new LaunchRefused(Fault.CLAIM_MALFORMED, label(name));
        }
        return text.isBlank() ? null : text;
    }

    /** Text that is only shown or passed on: cut where it is longer, absent when it is no text. */
    @Nullable
    String cut(String name, int most) {
        if (!(values.get(name) instanceof String text) || text.isBlank()) {
            return null;
        }
        if (text.length() <= most) {
            return text;
        }
        // Never half of a surrogate pair.
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    /** The text, which must be there and no longer than the limit: an id that may not be cut. */
    String id(String name, int most) {
        String text = text(name);
        if (text == null) {
            throw new LaunchRefused(Fault.CLAIM_MISSING, label(name));
        }
        if (text.length() > most) {
            throw new LaunchRefused(Fault.CLAIM_MALFORMED, label(name));
        }
        return text;
    }

    /** The texts of a list; absent when the claim is. */
    @Nullable
    List<String> texts(String name) {
        Object value = values.get(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof List<?> list) || !list.stream().allMatch(String.class::isInstance)) {
            throw new LaunchRefused(Fault.CLAIM_MALFORMED, label(name));
        }
        return list.stream().map(String.class::cast).toList();
    }

    /** The object; absent when the claim is. An empty list is what PHP platforms make of an empty object. */
    @Nullable
    Claims object(String name) {
        Object value = values.get(name);
        if (value == null || (value instanceof List<?> list && list.isEmpty())) {
            return null;
        }
        if (!(value instanceof Map<?, ?> map)) {
            throw new LaunchRefused(Fault.CLAIM_MALFORMED, label(name));
        }
        return new Claims(map, label(name));
    }

    private String label(String name) {
        String plain = name.substring(name.lastIndexOf('/') + 1);
        return path.isEmpty() ? plain : path + "." + plain;
    }
}
