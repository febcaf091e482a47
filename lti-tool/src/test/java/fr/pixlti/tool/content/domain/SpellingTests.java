package fr.pixlti.tool.content.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.hunspell.Dictionary;
import org.apache.lucene.analysis.hunspell.Hunspell;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The French of the items, by Hunspell's dictionary and the project's own list of names and technical words. */
@Tag("content")
class SpellingTests {

    private static final String OWN_WORDS = "/hunspell/mots.txt";
    /** Addresses, file names, figures with units, places of fields: what no dictionary holds. */
    private static final Pattern NO_WORDS = Pattern
            .compile("https?://\\S+|\\S+@\\S+|\\S*\\.\\S*[a-z]\\S*|\\S*\\d\\S*|\\S*[/_=\\\\#]\\S*|\\{\\{[^}]*}}");
    private static final Pattern WORD = Pattern
            .compile("\\p{IsLatin}[\\p{IsLatin}\\p{M}]*(?:[-'’]\\p{IsLatin}[\\p{IsLatin}\\p{M}]*)*");
    private static final Pattern ELISION = Pattern
            .compile("(?i)(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu)['’]");

    @Test
    void every_word_is_in_the_dictionary_or_in_the_list() throws IOException {
        Hunspell french = french();
        Set<String> own = new HashSet<>(own());
        Set<String> good = new HashSet<>();
        Map<String, String> unknown = new TreeMap<>();
        Texts.of(ReadContent.read(ContentFiles.in("classpath:content/")).release())
                .forEach((where, text) -> WORD.matcher(NO_WORDS.matcher(text).replaceAll(" ")).results()
                        .map(each -> each.group())
                        .forEach(word -> {
                            if (!good.contains(word)) {
                                if (own.contains(word) || isWord(word, french, own)) {
                                    good.add(word);
                                } else {
                                    unknown.putIfAbsent(word, where);
                                }
                            }
                        }));
        assertThat(unknown).as("words (and one place of each) to mend, or to add to src/test/resources" + OWN_WORDS)
                .isEmpty();
    }

    private static boolean isWord(String word, Hunspell french, Set<String> own) {
        String bare = ELISION.matcher(word).lookingAt() ? ELISION.matcher(word).replaceFirst("") : word;
        return french.spell(word.replace('’', '\'')) || french.spell(bare) || own.contains(bare);
    }

    @Test
    void the_list_is_sorted_and_holds_no_word_of_the_dictionary() throws IOException {
        Hunspell french = french();
        assertThat(own()).isSorted().doesNotHaveDuplicates().noneMatch(french::spell);
    }

    @Test
    void a_mistake_is_found() throws IOException {
        Hunspell french = french();
        assertThat(List.of("élève", "l'ordinateur", "Choisissez", "mots-clés"))
                .allMatch(word -> isWord(word, french, Set.of()));
        assertThat(List.of("élèvve", "l'ordinatteur", "Choissisez")).noneMatch(word -> isWord(word, french, Set.of()));
    }

    private static List<String> own() throws IOException {
        try (InputStream words = resource(OWN_WORDS)) {
            return new String(words.readAllBytes(), UTF_8).lines().toList();
        }
    }

    private static Hunspell french() throws IOException {
        try (InputStream affixes = resource("/hunspell/fr.aff"); InputStream words = resource("/hunspell/fr.dic")) {
            return new Hunspell(new Dictionary(new ByteBuffersDirectory(), "fr", affixes, words));
        } catch (java.text.ParseException e) {
            throw new IOException("The dictionary cannot be read", e);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(SpellingTests.class.getResourceAsStream(name), name);
    }
}
