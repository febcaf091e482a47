package fr.pixlti.tool.gradebook.domain;

import fr.pixlti.tool.campaign.events.ParticipationScored;
import fr.pixlti.tool.campaign.events.ParticipationScored.CompetenceLevel;
import fr.pixlti.tool.lti.LtiApi.Link;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What a score gives in the columns that the teacher chose beside the link's own.
 *
 * <p>A competence's column holds its level out of the highest level. An area's column holds the mean level of the
 * competences tested in it, to one decimal, on the same scale: a teacher reads "3.5 out of 7" as a level like any other,
 * and neither the scale nor the meaning changes when one activity tests two competences of the area and another five. A
 * sum of levels out of a sum of highest levels would have a scale of its own in every activity, which would even change
 * under grades already given when a competence is added.
 */
@Component
class ScoreColumns {

    private final MessageSource messages;

    ScoreColumns(MessageSource messages) {
        this.messages = messages;
    }

    List<WantedColumn> of(ParticipationScored fact, Link link) {
        return switch (link.columns()) {
            case SCORE -> List.of();
            case COMPETENCES -> fact.levels().stream().map(level -> competence(level, link.language())).toList();
            case AREAS -> areas(fact.levels(), link.language());
        };
    }

    private WantedColumn competence(CompetenceLevel level, Locale language) {
        return new WantedColumn("competence-" + level.competence(),
                words("gradebook.column.competence", language, level.competence(), level.name()),
                BigDecimal.valueOf(level.level()), BigDecimal.valueOf(level.maximum()),
                words("gradebook.comment.competence", language, level.level(), level.pix()));
    }

    private List<WantedColumn> areas(List<CompetenceLevel> levels, Locale language) {
        Map<String, List<CompetenceLevel>> byArea = levels.stream()
                .collect(Collectors.groupingBy(CompetenceLevel::area, LinkedHashMap::new, Collectors.toList()));
        List<WantedColumn> columns = new ArrayList<>();
        byArea.forEach((area, tested) -> columns.add(area(area, tested, language)));
        return columns;
    }

    private WantedColumn area(String area, List<CompetenceLevel> tested, Locale language) {
        int sum = tested.stream().mapToInt(CompetenceLevel::level).sum();
        BigDecimal mean = BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(tested.size()), 1, RoundingMode.HALF_UP);
        // Competences of one release share the highest level; should they not, the mean still fits.
        int maximum = tested.stream().mapToInt(CompetenceLevel::maximum).max().orElseThrow();
        String each = tested.stream().map(
                level -> words("gradebook.comment.area-competence", language, level.competence(), level.level()))
                .collect(Collectors.joining(", "));
        return new WantedColumn("area-" + area,
                words("gradebook.column.area", language, area, tested.getFirst().areaName()), mean,
                BigDecimal.valueOf(maximum), words("gradebook.comment.area", language, mean, each));
    }

    private String words(String key, Locale language, Object... values) {
        return messages.getMessage(key, values, language);
    }
}
