package fr.pixlti.tool.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchNameTests {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {"DUPONT Éloïse,dupont eloise", "Noël d’Angelo,noel d angelo",
        "Saint-Jean  Œuvre,saint jean oeuvre", "Łukasz Strauß,lukasz strauss", "Smørrebrød Ævar,smorrebrod aevar",
        "\"  O'Neill, Ay\u015fe \",o neill ayse", "ﬁn Ⅷ,fin viii", "李 雷,\"\"", "a%b_c\\d,a b c d"})
    void a_name_is_found_however_it_is_written(String name, String searched) {
        assertThat(SearchName.of(name)).isEqualTo(searched);
    }

    @org.junit.jupiter.api.Test
    void a_name_is_never_longer_than_its_column() {
        assertThat(SearchName.of("æ".repeat(255))).hasSize(255);
    }
}
