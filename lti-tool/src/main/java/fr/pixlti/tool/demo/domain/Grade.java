package fr.pixlti.tool.demo.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a column holds for a person.
 *
 * @param value on the column's scale, absent once erased
 * @param given what the tool sent, on its own scale
 * @param maximum the tool's own scale
 * @param at the time the tool gave, whole seconds; absent once erased, and then any time is newer
 */
public record Grade(String lineItemId, String personId, @Nullable Double value, double given, double maximum,
        @Nullable String comment, @Nullable Instant at) {}
