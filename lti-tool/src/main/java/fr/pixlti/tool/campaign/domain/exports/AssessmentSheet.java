package fr.pixlti.tool.campaign.domain.exports;

import fr.pixlti.tool.campaign.domain.CampaignTarget;
import fr.pixlti.tool.campaign.domain.Participation;
import fr.pixlti.tool.campaign.domain.Participation.Sent;
import fr.pixlti.tool.campaign.domain.Participation.Status;
import fr.pixlti.tool.campaign.domain.exports.Exports.Part;
import fr.pixlti.tool.campaign.domain.results.Mastery;
import fr.pixlti.tool.content.Framework.Area;
import fr.pixlti.tool.content.Framework.Competence;
import fr.pixlti.tool.content.TargetProfile.Badge;
import fr.pixlti.tool.shared.Cell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a campaign of a path (pix.md §2, CSV of an assessment). Stars are a number beside their most in the
 * header: spreadsheets take 2/3 for a day in March.
 *
 * @param skills how many are tested
 */
record AssessmentSheet(IdentityColumns identity, CampaignTarget target, int skills, Competences competences,
        ExportWords words) implements Sheet {

    @Override
    public List<String> header() {
        List<String> header = new ArrayList<>(identity.header());
        header.addAll(List.of(words.of("progress"), words.of("started"), words.of("sent"), words.of("sent-on")));
        if (target.stars() > 0) {
            header.add(words.of("stars", target.stars()));
        }
        for (Badge badge : target.badges()) {
            header.add(words.of("badge", badge.title().in(words.reader())));
        }
        header.add(words.of("mastery"));
        competences.all().forEach(each -> parts(header, words.named(each)));
        competences.areas().forEach(each -> parts(header, words.of("area", words.named(each))));
        return header;
    }

    private void parts(List<String> header, String part) {
        header.add(words.of("part.mastery", part));
        header.add(words.of("part.skills", part));
        header.add(words.of("part.validated", part));
    }

    @Override
    public List<Cell> row(Entry entry) {
        Participation participation = entry.participation();
        Sent sent = participation.sent();
        List<Cell> cells = identity.cells(entry.person(), sent == null ? null : sent.externalId());
        cells.add(Cell.percent(progress(entry)));
        cells.add(Cell.day(participation.startedAt()));
        cells.add(Cell.flag(sent != null));
        cells.add(Cell.day(sent == null ? null : sent.at()));
        if (target.stars() > 0) {
            cells.add(number(sent == null ? null : sent.stage()));
        }
        for (Badge badge : target.badges()) {
            cells.add(sent == null ? Cell.EMPTY : Cell.flag(entry.badges().contains(badge.key())));
        }
        cells.add(sent == null || sent.mastery() == null ? Cell.EMPTY : Cell.percent(sent.mastery()));
        Map<String, Mastery> byCompetence = new HashMap<>();
        for (Part part : entry.parts()) {
            byCompetence.put(part.competence(), new Mastery(part.validated(), part.skills()));
        }
        for (Competence competence : competences.all()) {
            part(cells, byCompetence.get(competence.code()));
        }
        for (Area area : competences.areas()) {
            part(cells, sum(area, byCompetence));
        }
        return cells;
    }

    /** A test that is over is done with, though not all skills need have been asked. */
    private int progress(Entry entry) {
        return entry.participation().status() == Status.STARTED
                ? Math.min(99, new Mastery(entry.assessed(), skills).percent())
                : 100;
    }

    private static @Nullable Mastery sum(Area area, Map<String, Mastery> byCompetence) {
        int validated = 0;
        int skills = 0;
        for (Competence competence : area.competences()) {
            Mastery part = byCompetence.get(competence.code());
            if (part != null) {
                validated += part.validated();
                skills += part.skills();
            }
        }
        return skills == 0 ? null : new Mastery(validated, skills);
    }

    private static void part(List<Cell> cells, @Nullable Mastery part) {
        cells.add(part == null ? Cell.EMPTY : Cell.percent(part.percent()));
        cells.add(part == null ? Cell.EMPTY : Cell.number(part.skills()));
        cells.add(part == null ? Cell.EMPTY : Cell.number(part.validated()));
    }

    private static Cell number(@Nullable Integer value) {
        return value == null ? Cell.EMPTY : Cell.number(value);
    }
}
