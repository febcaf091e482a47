package fr.pixlti.tool.people;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code pixlti.people.*}.
 *
 * @param sessionLifetime how long a browser session lasts after the sign-in that opened it
 */
@Validated
@ConfigurationProperties("pixlti.people")
public record PeopleSettings(@DefaultValue("12h") Duration sessionLifetime) {

    public PeopleSettings {
        if (sessionLifetime.isNegative() || sessionLifetime.isZero()) {
            throw new IllegalArgumentException("pixlti.people.session-lifetime must be longer than nothing");
        }
    }
}
