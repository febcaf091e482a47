package fr.pixlti.tool.shell;

import org.springframework.boot.jooq.autoconfigure.DefaultConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What jOOQ leaves out of every statement, because nobody here reads it. */
@Configuration(proxyBeanMethods = false)
class DatabaseSettings {

    @Bean
    DefaultConfigurationCustomizer leanStatements() {
        // Warnings would cost a question to the server after each statement that has some; the schema is the session's.
        return configuration -> configuration.settings().withFetchWarnings(false).withExecuteLogging(false)
                .withRenderSchema(false).withRenderCatalog(false);
    }
}
