package fr.pixlti.tool.shell.domain;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code pixlti.admin.*}.
 *
 * @param password creates the first account, {@code admin}, when there is no account at all, and nothing more; 12 to 128
 *     characters
 * @param secondFactor whether an account must enrol a second factor before it may enter; false only for the demonstration
 */
@Validated
@ConfigurationProperties("pixlti.admin")
public record AdminSettings(
        @Size(min = PasswordRule.SHORTEST, max = PasswordRule.LONGEST, message = "must have 12 to 128 characters") @Nullable String password,
        @DefaultValue("true") boolean secondFactor) {}
