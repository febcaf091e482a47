package fr.pixlti.tool.content.domain.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** GIFT as its documentation has it. */
class GiftReaderTests {

    @Test
    void choices_with_feedback_weights_and_signs_that_mean_nothing() {
        Question question = one("""
                // un commentaire [id:q\\]7] [tag:niveau:2] [tag:réseau]
                ::Titre \\: à deux points::[html]<p>2 \\+ 2 \\= ?</p>{
                =4 \\= quatre#Bien
                ~%50%3 \\~ presque
                ~\\{5\\}
                ####Parce que \\#4.
                }
                """);
        assertThat(question.name()).isEqualTo("Titre : à deux points");
        assertThat(question.id()).isEqualTo("q]7");
        assertThat(question.tags()).containsExactly("niveau:2", "réseau");
        assertThat(question.prompt()).isEqualTo("<p>2 \\+ 2 = ?</p>");
        assertThat(question.feedback()).isEqualTo("Parce que #4.");
        Question.Choices choices = (Question.Choices) question.body();
        assertThat(choices.several()).isFalse();
        assertThat(choices.options()).extracting(Question.Option::html).containsExactly("4 = quatre", "3 ~ presque",
                "{5}");
        assertThat(choices.options()).extracting(option -> option.fraction().intValue()).containsExactly(100, 50, 0);
    }

    @Test
    void several_right_when_none_has_an_equals_sign() {
        assertThat(((Question.Choices) one("A ? {~%50%a ~%50%b ~%-100%c}").body()).several()).isTrue();
    }

    @Test
    void true_and_false() {
        assertThat(one("Vrai ? {T}").body()).isEqualTo(new Question.TrueFalse(true));
        assertThat(one("Vrai ? {FALSE#non#oui}").body()).isEqualTo(new Question.TrueFalse(false));
    }

    @Test
    void numbers_with_margins_ranges_and_several_answers() {
        assertThat(numbers("N ? {#1822:5}")).containsExactly("1822 100 5");
        assertThat(numbers("N ? {#1..5}")).containsExactly("3 100 2");
        assertThat(numbers("N ? {#=1822:0#exact =%50%1822:2 ~#faux}")).containsExactly("1822 100 0", "1822 50 2");
        assertThat(numbers("N ? {#-1,5}")).containsExactly("-1.5 100 0");
    }

    @Test
    void typed_answers_and_wildcards() {
        Question.Gap gap = ((Question.Typed) one("Où ? {=Paris =%50%paname* =\\*}").body()).gap();
        assertThat(gap.answers()).extracting(Question.Answer::text).containsExactly("Paris", "paname" + Wildcards.ANY,
                "*");
        assertThat(gap.caseCounts()).isFalse();
    }

    @Test
    void matching_missing_words_essays_and_descriptions() {
        assertThat(one("Capitales {=France -> Paris =Italie -> Rome = -> Oslo}").body()).isEqualTo(
                new Question.Matching(List.of(new Question.Pair("France", "Paris"), new Question.Pair("Italie", "Rome"),
                        new Question.Pair("", "Oslo"))));
        assertThat(one("La {=Seine ~Loire} passe à Paris.").prompt()).isEqualTo("La _____ passe à Paris.");
        assertThat(one("Racontez. {}").body()).isEqualTo(new Question.Foreign("essay"));
        assertThat(one("Lisez ceci.").body()).isEqualTo(new Question.Foreign("description"));
    }

    @Test
    void categories_hold_until_the_next_one_and_blank_lines_part_questions() {
        List<Question> questions = ReadQuestions.in("""
                Sans {T}

                $CATEGORY: $course$/top/Web//HTTP/Codes
                Un {T}

                Deux {F}
                """.getBytes(UTF_8), 10);
        assertThat(questions).extracting(Question::category).containsExactly(List.of(), List.of("Web/HTTP", "Codes"),
                List.of("Web/HTTP", "Codes"));
    }

    @Test
    void a_question_that_is_not_closed_is_refused_by_name() {
        assertThat(Imported.of("::Q:: Combien ? {=4".getBytes(UTF_8)).notes("Q")).contains(Note.NOT_READABLE);
    }

    private static List<String> numbers(String gift) {
        return ((Question.Typed) one(gift).body()).gap().answers().stream()
                .map(answer -> answer.text() + " " + plain(answer.fraction()) + " " + plain(answer.tolerance()))
                .toList();
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static Question one(String gift) {
        List<Question> questions = ReadQuestions.in(gift.getBytes(UTF_8), 10);
        assertThat(questions).hasSize(1);
        return questions.getFirst();
    }
}
