package fr.pixlti.tool.campaign.domain.exports;

import fr.pixlti.tool.campaign.domain.Participation;
import fr.pixlti.tool.campaign.domain.Participation.Sent;
import fr.pixlti.tool.campaign.domain.exports.Exports.Part;
import fr.pixlti.tool.content.Framework.Competence;
import fr.pixlti.tool.shared.Cell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a collection of profiles (pix.md §2, CSV of a collection).
 *
 * @param certifiableFrom number of certifiable competences from which a profile is certifiable
 */
record CollectionSheet(IdentityColumns identity, Competences competences, int certifiableFrom,
        ExportWords words) implements Sheet {

    @Override
    public List<String> header() {
        List<String> header = new ArrayList<>(identity.header());
        header.addAll(List.of(words.of("sent"), words.of("sent-on"), words.of("pix"), words.of("certifiable"),
                words.of("certifiable-competences")));
        for (Competence competence : competences.all()) {
            header.add(words.of("part.level", words.named(competence)));
            header.add(words.of("part.pix", words.named(competence)));
        }
        return header;
    }

    @Override
    public List<Cell> row(Entry entry) {
        Participation participation = entry.participation();
        Sent sent = participation.sent();
        Integer certifiable = sent == null ? null : sent.certifiableCompetences();
        List<Cell> cells = identity.cells(entry.person(), sent == null ? null : sent.externalId());
        cells.add(Cell.flag(sent != null));
        cells.add(Cell.day(sent == null ? null : sent.at()));
        cells.add(number(sent == null ? null : participation.pix()));
        cells.add(certifiable == null ? Cell.EMPTY : Cell.flag(certifiable >= certifiableFrom));
        cells.add(number(certifiable));
        Map<String, Part> byCompetence = new HashMap<>();
        entry.parts().forEach(part -> byCompetence.put(part.competence(), part));
        for (Competence competence : competences.all()) {
            Part part = byCompetence.get(competence.code());
            cells.add(number(part == null ? null : part.level()));
            cells.add(number(part == null ? null : part.pix()));
        }
        return cells;
    }

    private static Cell number(@Nullable Integer value) {
        return value == null ? Cell.EMPTY : Cell.number(value);
    }
}
