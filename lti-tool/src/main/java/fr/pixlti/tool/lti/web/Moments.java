package fr.pixlti.tool.lti.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Dates and times as operators read them: in French time, as the schools that the tool is for. */
final class Moments {

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private final DateTimeFormatter format;

    Moments(Locale locale) {
        this.format = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(locale)
                .withZone(ZONE);
    }

    String text(Instant instant) {
        return format.format(instant);
    }
}
