package fr.pixlti.tool.content.domain.exchange;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings {@code pixlti.content.exchange.*}.
 *
 * @param maxSize largest question file; at most 24 MB, what the tool takes of any upload
 * @param maxQuestions most questions in it
 * @param keep how long a report and its archive can be fetched
 */
@ConfigurationProperties("pixlti.content.exchange")
public record ExchangeSettings(@DefaultValue("20MB") DataSize maxSize, @DefaultValue("5000") int maxQuestions,
        @DefaultValue("24h") Duration keep) {

    private static final DataSize LARGEST = DataSize.ofMegabytes(24);

    public ExchangeSettings {
        if (maxSize.toBytes() < 1 || maxSize.compareTo(LARGEST) > 0) {
            throw new IllegalArgumentException("pixlti.content.exchange.max-size must be from 1B to 24MB");
        }
        if (maxQuestions < 1 || maxQuestions > 100_000) {
            throw new IllegalArgumentException("pixlti.content.exchange.max-questions must be from 1 to 100000");
        }
        if (keep.isNegative() || keep.isZero()) {
            throw new IllegalArgumentException("pixlti.content.exchange.keep must be longer than nothing");
        }
    }
}
