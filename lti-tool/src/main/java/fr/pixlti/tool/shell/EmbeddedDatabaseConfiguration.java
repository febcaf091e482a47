package fr.pixlti.tool.shell;

import com.zaxxer.hikari.HikariDataSource;
import fr.pixlti.migrations.EmbeddedMariaDb;
import fr.pixlti.tool.shared.ToolSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Without {@code spring.datasource.url}, the tool brings its own MariaDB, kept in {@code pixlti.data-dir}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "embedded")
class EmbeddedDatabaseConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabaseConfiguration.class);
    private static final String DATABASE = "pixlti";

    @Bean(destroyMethod = "close")
    EmbeddedMariaDb embeddedMariaDb(ToolSettings settings) {
        LOG.info("No spring.datasource.url: starting a database of our own in {}", settings.dataDir());
        return EmbeddedMariaDb.start(settings.dataDir().resolve("mariadb"), DATABASE);
    }

    @Bean
    @ConfigurationProperties("spring.datasource.hikari")
    HikariDataSource dataSource(EmbeddedMariaDb server) {
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(server.jdbcUrl(DATABASE));
        source.setUsername(server.user());
        source.setPassword(server.password());
        return source;
    }
}
