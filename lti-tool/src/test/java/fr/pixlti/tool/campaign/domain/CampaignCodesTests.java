package fr.pixlti.tool.campaign.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Codes as they are drawn, and as people type them. */
class CampaignCodesTests {

    @Test
    void codes_are_six_letters_and_three_digits_that_nobody_takes_for_others() {
        CampaignCodes codes = new CampaignCodes();
        Set<String> drawn = new HashSet<>();
        Set<Character> met = new HashSet<>();
        for (int i = 0; i < 2000; i++) {
            String code = codes.next();
            assertThat(code).matches("[BCDFGHJKMPQRTVWXY]{6}[2346789]{3}");
            drawn.add(code);
            code.chars().forEach(each -> met.add((char) each));
        }
        assertThat(drawn).hasSizeGreaterThan(1995);
        assertThat(met).as("every sign is drawn").hasSize(17 + 7);
    }

    @Test
    void spaces_dashes_and_lower_case_do_not_count() {
        assertThat(CampaignCodes.plain(" bcd-fgh 234\t")).isEqualTo("BCDFGH234");
        assertThat(CampaignCodes.plain("BCD\u00a0FGH\u2013234.")).isEqualTo("BCDFGH234");
        assertThat(CampaignCodes.plain(" - ")).isEmpty();
    }
}
