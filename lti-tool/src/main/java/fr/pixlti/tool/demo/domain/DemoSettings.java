package fr.pixlti.tool.demo.domain;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Profile;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code demo.*}; they exist with the profile {@code demo} only.
 *
 * @param toolUrl where browsers reach the tool, without a path; on another host name than {@code url}, so that a
 *     browser sees two sites
 * @param url where browsers and the tool reach this LMS, path {@code /demo} included; it is also its issuer
 * @param clientId names the tool in this LMS
 * @param deploymentIds deployments of the tool; the course uses the first
 * @param roster whether launches say where the course's roster is
 * @param dataFile where grades, registered tools and the signing key are kept; blank: in memory only
 */
@Profile("demo")
@Validated
@ConfigurationProperties("demo")
public record DemoSettings(@NotNull URI toolUrl, @NotNull URI url, @NotBlank String clientId,
        @NotEmpty List<String> deploymentIds, @DefaultValue("true") boolean roster,
        @DefaultValue("") String dataFile) {}
