package fr.pixlti.tool.shell.files;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code pixlti.files.*} of files handed out.
 *
 * @param timeZone in which dates and times are written
 * @param odsRows most rows of an ODS file beside its header; all of it is held in memory
 */
@Validated
@ConfigurationProperties("pixlti.files")
record FilesSettings(@DefaultValue("Europe/Paris") ZoneId timeZone,
        @DefaultValue("5000") @Min(1) @Max(50_000) int odsRows) {}
