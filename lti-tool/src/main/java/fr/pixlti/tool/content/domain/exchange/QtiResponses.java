package fr.pixlti.tool.content.domain.exchange;

import fr.pixlti.tool.content.domain.exchange.Question.Answer;
import fr.pixlti.tool.content.domain.exchange.Question.Gap;
import fr.pixlti.tool.content.domain.exchange.Question.GapKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The right answers that a QTI item declares, by the identifier of their interaction. */
final class QtiResponses {

    private static final BigDecimal FULL = BigDecimal.valueOf(100);

    private final Map<String, Response> responses = new HashMap<>();

    QtiResponses(XmlElement root) {
        Map<String, BigDecimal> tolerances = new HashMap<>();
        for (XmlElement equal : QtiNames.below(root, "equal")) {
            String tolerance = QtiNames.attribute(equal, "tolerance");
            if (QtiNames.attribute(equal, "tolerancemode").equals("absolute") && !tolerance.isBlank()) {
                QtiNames.below(equal, "variable").forEach(variable -> tolerances
                        .put(QtiNames.attribute(variable, "identifier"),
                                Decimals.read(tolerance.strip().split("\\s+")[0])));
            }
        }
        for (XmlElement declared : QtiNames.below(root, "responsedeclaration")) {
            String id = QtiNames.attribute(declared, "identifier");
            List<String> correct = QtiNames.below(declared, "correctresponse").stream()
                    .flatMap(each -> QtiNames.below(each, "value").stream()).map(value -> value.text().strip())
                    .toList();
            Map<String, BigDecimal> mapped = new LinkedHashMap<>();
            boolean caseCounts = true;
            for (XmlElement entry : QtiNames.below(declared, "mapentry")) {
                mapped.put(QtiNames.attribute(entry, "mapkey").strip(),
                        Decimals.read(QtiNames.attribute(entry, "mappedvalue")));
                caseCounts &= !QtiNames.attribute(entry, "casesensitive").equals("false");
            }
            responses.put(id, new Response(QtiNames.attribute(declared, "cardinality"),
                    QtiNames.attribute(declared, "basetype"), correct, mapped, caseCounts,
                    tolerances.getOrDefault(id, BigDecimal.ZERO)));
        }
    }

    /** What is declared for that interaction; nothing is right when nothing is. */
    Response of(XmlElement interaction) {
        return responses.getOrDefault(QtiNames.attribute(interaction, "responseidentifier"),
                new Response("single", "identifier", List.of(), Map.of(), true, BigDecimal.ZERO));
    }

    /** @param mapped points of answers, when the item gives points */
    record Response(String cardinality, String baseType, List<String> correct, Map<String, BigDecimal> mapped,
            boolean caseCounts, BigDecimal tolerance) {

        /** Percent of the mark for that answer. */
        BigDecimal fraction(String answer) {
            if (cardinality.equals("multiple") && correct.contains(answer)) {
                return FULL.divide(BigDecimal.valueOf(correct.size()), 5, RoundingMode.HALF_UP).stripTrailingZeros();
            }
            BigDecimal points = mapped.getOrDefault(answer, BigDecimal.ZERO);
            BigDecimal best = mapped.values().stream().max(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
            if (correct.contains(answer) || points.signum() > 0 && points.compareTo(best) == 0) {
                return FULL;
            }
            return points.signum() > 0 ? FULL.multiply(points).divide(best, 5, RoundingMode.HALF_UP) : BigDecimal.ZERO;
        }

        /** A field to type into. */
        Gap typed() {
            boolean number = Set.of("float", "integer").contains(baseType);
            Map<String, BigDecimal> all = new LinkedHashMap<>();
            correct.forEach(answer -> all.put(answer, FULL));
            mapped.keySet().forEach(answer -> all.put(answer, fraction(answer)));
            List<Answer> answers = all.entrySet().stream()
                    .map(each -> new Answer(number ? Decimals.plain(each.getKey()) : each.getKey(), each.getValue(),
                            number && each.getValue().signum() > 0 ? tolerance : BigDecimal.ZERO))
                    .toList();
            return new Gap(number ? GapKind.NUMBER : GapKind.TEXT, !number && caseCounts && !mapped.isEmpty(), answers);
        }
    }
}
