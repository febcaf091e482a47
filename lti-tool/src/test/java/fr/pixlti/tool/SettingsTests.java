package fr.pixlti.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A wrong setting stops the start before anything else is tried, and the console names it. */
@ExtendWith(OutputCaptureExtension.class)
class SettingsTests {

    /** Nothing answers there, so a start that got as far as the database would say so instead. */
    private static final String NO_DATABASE = "spring.datasource.url=jdbc:mariadb://127.0.0.1:1/none";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pixlti.public-url=https://pix.example.fr/tool   | pixlti.public-url must be an address such as https://pix.example.fr, without a path
            pixlti.public-url=pix.example.fr                | pixlti.public-url must be an address
            pixlti.secret=quite-short                       | pixlti.secret must have at least 16 characters
            pixlti.data-dir=                                | pixlti.data-dir
            pixlti.assessment.rules[0].max-level=12         | pixlti.assessment.rules[0]: max-level must be 1 to 8, not 12
            pixlti.assessment.rules[0].max-level=8          | pixlti.assessment.rules[0]: from must be the first day
            pixlti.content.folder=/nowhere/at/all           | pixlti.content.folder must be a folder: there is none at /nowhere/at/all
            pixlti.people.session-lifetime=-1h              | pixlti.people.session-lifetime must be longer than nothing
            pixlti.people.session-lifetime=soon             | pixlti.people.session-lifetime: 'soon' is not a valid duration
            pixlti.people.retention-after-leaving=12h       | pixlti.people.retention-after-leaving must be at least a day
            pixlti.people.retention-without-sign-in=0       | pixlti.people.retention-without-sign-in must be at least a day
            pixlti.jobs.polling-interval=1ms                | pixlti.jobs.polling-interval
            pixlti.people.session-lifetme=1h                | pixlti.people.session-lifetme is not a setting of the tool
            pixlti.assessment.rules[0].max-levels=7         | pixlti.assessment.rules[0].max-levels is not a setting of the tool
            """)
    void a_wrong_setting_is_named(String setting, String words, CapturedOutput console) {
        fail(setting);

        assertThat(console.getAll()).contains("APPLICATION FAILED TO START", "    " + words).doesNotContain("\tat ",
                "quite-short", "MessageSource");
    }

    @Test
    void wrong_settings_are_named_all_at_once(CapturedOutput console) {
        fail("pixlti.public-url=ftp://pix.example.fr", "pixlti.jobs.shutdown-wait=-1s", "pixlti.attic=1");

        assertThat(console.getAll()).contains("    pixlti.public-url must be", "    pixlti.jobs.shutdown-wait ",
                "    pixlti.attic is not a setting");
    }

    private static void fail(String... settings) {
        List<String> arguments = new ArrayList<>(Stream.of(settings).map(setting -> "--" + setting).toList());
        arguments.add("--" + NO_DATABASE);
        arguments.add("--server.port=0");
        SpringApplication tool = new SpringApplication(PixLtiApplication.class);
        assertThatThrownBy(() -> tool.run(arguments.toArray(String[]::new))).isInstanceOf(RuntimeException.class);
    }
}
