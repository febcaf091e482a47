package fr.pixlti.tool.campaign.domain.exports;

import fr.pixlti.tool.campaign.domain.CampaignSettings;
import fr.pixlti.tool.people.CourseMember;
import fr.pixlti.tool.shared.Cell;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first columns of an export: of what, and of whom (pix.md §2, CSV).
 *
 * @param course its title, empty when it is not known
 * @param path its name; absent for a collection
 */
record IdentityColumns(String course, CampaignSettings settings, @Nullable String path, ExportWords words) {

    List<String> header() {
        List<String> header = new ArrayList<>(
                List.of(words.of("course"), words.of("campaign"), words.of("code")));
        if (path != null) {
            header.add(words.of("path"));
        }
        header.add(words.of("family-name"));
        header.add(words.of("given-name"));
        header.add(words.of("group"));
        if (settings.externalIdLabel() != null) {
            header.add(settings.externalIdLabel());
        }
        return header;
    }

    List<Cell> cells(CourseMember person, @Nullable String externalId) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.text(course));
        cells.add(Cell.text(settings.name()));
        cells.add(Cell.text(settings.code()));
        if (path != null) {
            cells.add(Cell.text(path));
        }
        cells.add(Cell.text(person.familyName()));
        cells.add(Cell.text(person.givenName()));
        cells.add(Cell.text(String.join(", ", person.groups())));
        if (settings.externalIdLabel() != null) {
            cells.add(Cell.text(externalId));
        }
        return cells;
    }
}
