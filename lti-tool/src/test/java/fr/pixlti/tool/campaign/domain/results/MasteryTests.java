package fr.pixlti.tool.campaign.domain.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MasteryTests {

    /**
     * The documents show 20 validated skills of 43 as 47 % in the list of participants and as 48 % on the page of the same
     * participant (001). 20/43 = 0.46512, with 2 significant digits 0.47: the list's figure. No rounding of 20/43 gives 48 %;
     * 20 of 42 does (0.47619), so that page divided by something other than the 43 that it shows.
     */
    @ParameterizedTest
    @CsvSource({"20, 43, 0.47, 47", "20, 42, 0.48, 48",
        // 1/3 = 0.333…, 2/3 = 0.666…
        "1, 3, 0.33, 33", "2, 3, 0.67, 67",
        // halves go up: 1/8 = 0.125, 7/40 = 0.175 (as a double a little less)
        "1, 8, 0.13, 13", "7, 40, 0.18, 18",
        // below a tenth the second digit is the third decimal: 1/22 = 0.04545…, 5/112 = 0.04464…, 1/200 = 0.005
        "1, 22, 0.045, 5", "5, 112, 0.045, 5", "1, 200, 0.005, 1", "1, 300, 0.0033, 0",
        // 0.0995 has the two digits 0.10 (199/2000), 0.995 has 1.0 (199/200)
        "199, 2000, 0.10, 10", "199, 200, 1, 100",
        "0, 5, 0, 0", "5, 5, 1, 100", "0, 0, 0, 0"})
    void the_rate_has_two_significant_digits_and_the_percentage_is_its_own(int validated, int skills, double rate,
            int percent) {
        Mastery mastery = new Mastery(validated, skills);
        assertThat(mastery.rate()).isEqualTo(rate);
        assertThat(mastery.percent()).isEqualTo(percent);
    }

    @Test
    void agrees_with_decimal_arithmetic_for_every_number_of_skills_a_path_can_have() {
        for (int skills = 1; skills <= 250; skills++) {
            for (int validated = 0; validated <= skills; validated++) {
                BigDecimal rate = new BigDecimal(validated).divide(new BigDecimal(skills),
                        new MathContext(2, RoundingMode.HALF_UP));
                Mastery mastery = new Mastery(validated, skills);
                assertThat(mastery.rate()).isEqualTo(rate.doubleValue());
                assertThat(mastery.percent())
                        .isEqualTo(rate.movePointRight(2).setScale(0, RoundingMode.HALF_UP).intValue());
            }
        }
    }
}
