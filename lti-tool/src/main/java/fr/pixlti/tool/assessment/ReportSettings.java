package fr.pixlti.tool.assessment;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code pixlti.assessment.reports.*}.
 *
 * @param perDay problems that one person may report within 24 hours, at least 1; sending one again does not count
 */
@ConfigurationProperties("pixlti.assessment.reports")
public record ReportSettings(@DefaultValue("20") int perDay) {

    public ReportSettings {
        if (perDay < 1) {
            throw new IllegalArgumentException("pixlti.assessment.reports.per-day must be at least 1");
        }
    }
}
