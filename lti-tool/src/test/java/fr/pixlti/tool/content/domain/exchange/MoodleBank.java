package fr.pixlti.tool.content.domain.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A question bank as Moodle exports one: 100 questions of every type, in categories, with files, feedback and tags. */
final class MoodleBank {

    static final int QUESTIONS = 100;
    private static final String[] TYPES = {"multichoice", "multichoices", "truefalse", "shortanswer", "numerical",
        "matching", "ordering", "cloze", "gapselect", "ddwtos", "essay", "description", "calculatedsimple",
        "multichoice-picture", "shortanswer-file"};
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4"
                    + "nGNgYPhfDwAChAGAWjR9awAAAABJRU5ErkJggg==");

    private static final String WELL_DONE = "Bravo : elle trie d'abord, puis elle classe, et c'est ainsi qu'elle retrouve"
            + " tout ce qu'elle a rangé la veille.";

    private static final String COMBINED = Stream.of("correct", "partiallycorrect", "incorrect")
            .map(name -> "<" + name + "feedback format=\"html\"><text>Relisez.</text></" + name + "feedback>")
            .collect(Collectors.joining("", "", "<shownumcorrect>1</shownumcorrect>"));

    private MoodleBank() {}

    static String type(int number) {
        return TYPES[number % TYPES.length];
    }

    static String name(int number) {
        return "Question " + number + " " + type(number);
    }

    static byte[] xml() {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n");
        for (int i = 0; i < QUESTIONS; i++) {
            if (i % 20 == 0) {
                xml.append("<question type=\"category\"><category><text>$course$/top/Réseaux et données/Chapitre ")
                        .append(i / 20 + 1)
                        .append("</text></category><info format=\"html\"><text></text></info><idnumber></idnumber>"
                                + "</question>\n");
            }
            xml.append(question(i));
        }
        return xml.append("</quiz>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String question(int i) {
        String type = type(i).replaceAll("-.*", "").replace("multichoices", "multichoice");
        String files = type(i).endsWith("-picture")
                ? file("image " + i + ".png", PNG)
                : type(i).endsWith("-file") ? file("données.csv", "a;b\n1;2\n".getBytes(StandardCharsets.UTF_8)) : "";
        return "<!-- question: " + (i + 1) + " -->\n<question type=\"" + type + "\">\n<name><text>" + name(i)
                + "</text></name>\n<questiontext format=\"html\"><text><![CDATA[" + text(i) + "]]></text>" + files
                + "</questiontext>\n<generalfeedback format=\"html\"><text><![CDATA[" + feedback(i)
                + "]]></text></generalfeedback>\n" + (type.equals("cloze") ? "" : "<defaultgrade>1</defaultgrade>\n")
                + "<penalty>0.3333333</penalty>\n<hidden>0</hidden>\n<idnumber>id-" + i + "</idnumber>\n" + body(i)
                + "<tags><tag><text>competence:" + (i % 2 == 0 ? "1.2" : "1.3") + "</text></tag><tag><text>niveau:"
                + (i % 5 + 1) + "</text></tag></tags>\n</question>\n";
    }

    private static String feedback(int i) {
        return i % 3 == 0
                ? ""
                : "<p>Parce que la règle numéro " + i + " le dit, et que <em>l'exception</em> n'en est pas"
                        + " une : relisez le chapitre avant de répondre encore.</p>";
    }

    private static String text(int i) {
        String start = "<p>Situation " + i
                + " : au lycée, <strong>Inès</strong> range 3&nbsp;&lt;&nbsp;4 fichiers.</p>";
        return switch (type(i)) {
            case "cloze" ->
                start + "<p>La capitale de la France est {1:SHORTANSWER:=Paris#Oui~%50%Lutèce~*#Non}, elle a "
                        + "{1:NUMERICAL:=20:0~%50%20:1} arrondissements et se trouve au "
                        + "{1:MULTICHOICE:=nord~sud#Pas du tout~ouest} d'Orléans.</p>";
            case "gapselect", "ddwtos" -> start + "<p>Un octet a [[1]] bits, un kibioctet [[2]] octets.</p>";
            case "multichoice-picture" -> start + "<p><img src=\"@@PLUGINFILE@@/image%20" + i
                    + ".png\" alt=\"Un point noir\" width=\"10\" height=\"10\"></p>";
            case "shortanswer-file" -> start + "<p><a href=\"@@PLUGINFILE@@/donn%C3%A9es.csv\">Les données</a></p>";
            case "calculatedsimple" -> start + "<p>Combien font {a} + {b} ?</p>";
            default -> start + "<p>Que fait-elle ?</p>";
        };
    }

    private static String body(int i) {
        return switch (type(i)) {
            case "multichoice", "multichoice-picture" -> "<single>true</single><shuffleanswers>true</shuffleanswers>"
                    + "<answernumbering>abc</answernumbering>" + answer("100", "<p>Elle trie " + i + "</p>", WELL_DONE)
                    + answer("0", "<p>Elle dort</p>", "") + answer("0", "<p>Elle court &amp; saute</p>", "")
                    + answer(i % 2 == 0 ? "50" : "0", "<p>Elle classe <code>a.txt</code></p>", "");
            case "multichoices" -> "<single>false</single><shuffleanswers>false</shuffleanswers>"
                    + "<answernumbering>none</answernumbering>" + answer("50", "<p>Un</p>", "")
                    + answer("50", "<p>Deux</p>", "") + answer("-50", "<p>Trois</p>", "")
                    + answer("-50", "<p>Quatre</p>", "");
            case "truefalse" ->
                answer(i % 2 == 0 ? "100" : "0", "true", "") + answer(i % 2 == 0 ? "0" : "100", "false", "");
            case "shortanswer", "shortanswer-file" ->
                "<usecase>" + i % 2 + "</usecase>" + answer("100", "Un tableau", "")
                        + answer("50", "tableur*", "Presque") + answer("0", "*", "Non");
            case "numerical" -> numerical(i);
            case "matching" -> "<shuffleanswers>true</shuffleanswers>" + pair("<p>France</p>", "Paris")
                    + pair("<p>Italie</p>", "Rome") + pair("<p>Espagne</p>", "Madrid") + pair("", "Lisbonne");
            case "ordering" ->
                "<layouttype>VERTICAL</layouttype><selecttype>ALL</selecttype><selectcount>2</selectcount>"
                        + "<gradingtype>ABSOLUTE_POSITION</gradingtype><showgrading>SHOW</showgrading>"
                        + "<numberingstyle>none</numberingstyle>" + COMBINED + answer("1", "Ouvrir", "")
                        + answer("2", "Écrire", "")
                        + answer("3", "Enregistrer", "");
            case "gapselect" -> "<shuffleanswers>1</shuffleanswers>" + COMBINED + IntStream.of(8, 1024, 16, 1000)
                    .mapToObj(word -> "<selectoption><text>" + word + "</text><group>1</group></selectoption>")
                    .reduce("", String::concat);
            case "ddwtos" -> "<shuffleanswers>1</shuffleanswers>" + COMBINED + IntStream.of(8, 1024, 16, 1000)
                    .mapToObj(word -> "<dragbox><text>" + word + "</text><group>1</group></dragbox>")
                    .reduce("", String::concat);
            case "essay" -> "<responseformat>editor</responseformat><responserequired>1</responserequired>"
                    + "<responsefieldlines>10</responsefieldlines><attachments>0</attachments>";
            case "calculatedsimple" -> calculated();
            default -> "";
        };
    }

    private static String numerical(int i) {
        String tolerance = i % 3 == 0 ? "0" : i % 3 == 1 ? "2" : "0.05";
        return "<answer fraction=\"100\" format=\"moodle_auto_format\"><text>12</text><feedback format=\"html\">"
                + "<text></text></feedback><tolerance>" + tolerance + "</tolerance></answer><unitgradingtype>0"
                + "</unitgradingtype><unitpenalty>0.1</unitpenalty><showunits>3</showunits><unitsleft>0</unitsleft>";
    }

    private static String calculated() {
        String item = "<dataset_item><number>1</number><value>3</value></dataset_item>";
        String set = "<dataset_definition><status><text>private</text></status><name><text>%s</text></name>"
                + "<type>calculatedsimple</type><distribution><text>uniform</text></distribution><minimum><text>1</text>"
                + "</minimum><maximum><text>9</text></maximum><decimals><text>0</text></decimals><itemcount>1</itemcount>"
                + "<dataset_items>" + item
                + "</dataset_items><number_of_items>1</number_of_items></dataset_definition>";
        return "<synchronize>0</synchronize><single>0</single><answernumbering>abc</answernumbering><shuffleanswers>1"
                + "</shuffleanswers><correctfeedback><text></text></correctfeedback><partiallycorrectfeedback><text></text>"
                + "</partiallycorrectfeedback><incorrectfeedback><text></text></incorrectfeedback>"
                + "<answer fraction=\"100\"><text>{a} + {b}</text><tolerance>0.01</tolerance><tolerancetype>1</tolerancetype>"
                + "<correctanswerformat>1</correctanswerformat><correctanswerlength>2</correctanswerlength>"
                + "<feedback format=\"html\"><text></text></feedback></answer><unitgradingtype>0</unitgradingtype>"
                + "<unitpenalty>0.1</unitpenalty><showunits>3</showunits><unitsleft>0</unitsleft>"
                + "<instructions format=\"html\"><text></text></instructions><dataset_definitions>"
                + set.formatted("a") + set.formatted("b") + "</dataset_definitions>";
    }

    private static String answer(String fraction, String text, String feedback) {
        return "<answer fraction=\"" + fraction + "\" format=\"html\"><text><![CDATA[" + text
                + "]]></text><feedback format=\"html\"><text>" + feedback + "</text></feedback></answer>";
    }

    private static String pair(String prompt, String answer) {
        return "<subquestion format=\"html\"><text><![CDATA[" + prompt + "]]></text><answer><text>" + answer
                + "</text></answer></subquestion>";
    }

    private static String file(String name, byte[] bytes) {
        return "<file name=\"" + name + "\" path=\"/\" encoding=\"base64\">" + Base64.getEncoder().encodeToString(bytes)
                + "</file>";
    }
}
