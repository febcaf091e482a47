package fr.pixlti.tool.gradebook.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.lti.spi.ScoreReturns.State;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonsTests {

    @ParameterizedTest
    @ValueSource(strings = {"/messages/gradebook.properties", "/messages/gradebook_en.properties"})
    void every_reason_and_state_has_words_and_no_other_does(String bundle) throws IOException {
        TreeSet<String> expected = new TreeSet<>();
        Reasons.ALL.forEach(code -> expected.add("gradebook.reason." + code));
        Stream.of(State.values()).forEach(state -> expected.add("gradebook.state." + state));
        Properties words = new Properties();
        try (Reader reader = new InputStreamReader(Objects.requireNonNull(getClass().getResourceAsStream(bundle)),
                StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        assertThat(words.stringPropertyNames())
                .filteredOn(key -> key.startsWith("gradebook.reason.") || key.startsWith("gradebook.state."))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(words.values()).allMatch(text -> !text.toString().isBlank());
    }
}
