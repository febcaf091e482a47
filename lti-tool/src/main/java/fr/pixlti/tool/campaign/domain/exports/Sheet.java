package fr.pixlti.tool.campaign.domain.exports;

import fr.pixlti.tool.campaign.domain.Participation;
import fr.pixlti.tool.campaign.domain.exports.Exports.Line;
import fr.pixlti.tool.campaign.domain.exports.Exports.Part;
import fr.pixlti.tool.people.CourseMember;
import fr.pixlti.tool.shared.Cell;
import java.util.List;
import java.util.Set;

/** The columns of a kind of export. */
interface Sheet {

    List<String> header();

    List<Cell> row(Entry entry);

    /**
     * What stands behind a row.
     *
     * @param assessed skills of which something is known while the test is under way, 0 otherwise
     * @param parts results by competence, none before something was sent
     * @param badges keys of those obtained
     */
    record Entry(Line line, CourseMember person, int assessed, List<Part> parts,
            Set<String> badges) {

        Participation participation() {
            return line.participation();
        }
    }
}
