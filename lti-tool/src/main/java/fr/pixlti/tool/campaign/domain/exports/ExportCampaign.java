package fr.pixlti.tool.campaign.domain.exports;

import fr.pixlti.tool.assessment.AssessmentApi;
import fr.pixlti.tool.assessment.AssessmentId;
import fr.pixlti.tool.assessment.Subject;
import fr.pixlti.tool.campaign.domain.Campaign.Kind;
import fr.pixlti.tool.campaign.domain.CampaignTarget;
import fr.pixlti.tool.campaign.domain.Participation;
import fr.pixlti.tool.campaign.domain.Participation.Status;
import fr.pixlti.tool.campaign.domain.exports.Exports.Line;
import fr.pixlti.tool.campaign.domain.exports.Exports.Part;
import fr.pixlti.tool.campaign.domain.exports.FindExported.Exported;
import fr.pixlti.tool.people.CourseMember;
import fr.pixlti.tool.people.PeopleApi;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.TableFile;
import fr.pixlti.tool.shared.Transactions;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Writes the participants of a campaign into a table, by name: whoever began has a row, whoever sent has results in it. It
 * reads a page, lets go of the database, writes, and reads on: neither its memory nor the database waits for a slow reader.
 */
@Component
public class ExportCampaign {

    private static final int PAGE = 500;

    private final Exports exports;
    private final MakeSheet sheets;
    private final AssessmentApi assessments;
    private final PeopleApi people;
    private final TableFile.Maker files;
    private final Transactions transactions;

    ExportCampaign(Exports exports, MakeSheet sheets, AssessmentApi assessments, PeopleApi people,
            TableFile.Maker files, Transactions transactions) {
        this.exports = exports;
        this.sheets = sheets;
        this.assessments = assessments;
        this.people = people;
        this.files = files;
        this.transactions = transactions;
    }

    /**
     * @param exported from {@link FindExported}, which checks who asks
     * @throws DomainError {@code shell.table-too-long} when the format does not take so many rows
     * @throws java.io.UncheckedIOException when the reader is gone
     */
    public void handle(Exported exported, TableFile.Format format, Locale reader, OutputStream out) {
        Sheet sheet = transactions.call(() -> sheets.of(exported, reader));
        TableFile file = files.begin(format, out, reader, exported.settings().name(), sheet.header());
        List<Sheet.Entry> page;
        Line last = null;
        do {
            Line after = last;
            page = transactions.call(() -> entries(exported, exports.lines(exported.campaign().id(), after, PAGE)));
            for (Sheet.Entry entry : page) {
                file.row(sheet.row(entry));
                last = entry.line();
            }
        } while (page.size() == PAGE);
        file.finish();
    }

    private List<Sheet.Entry> entries(Exported exported, List<Line> lines) {
        List<PersonId> who = lines.stream().map(line -> line.participation().person()).toList();
        List<UUID> sent = lines.stream().map(Line::participation).filter(each -> each.sent() != null)
                .map(Participation::id).toList();
        Map<PersonId, CourseMember> members = people.members(exported.campaign().courseId(), who);
        Map<UUID, List<Part>> parts = exports.parts(sent);
        Map<UUID, Set<String>> badges = exports.badges(sent);
        Map<PersonId, Integer> assessed = assessed(exported, lines);
        List<Sheet.Entry> entries = new ArrayList<>(lines.size());
        for (Line line : lines) {
            Participation participation = line.participation();
            entries.add(new Sheet.Entry(line, Objects.requireNonNull(members.get(participation.person())),
                    assessed.getOrDefault(participation.person(), 0),
                    parts.getOrDefault(participation.id(), List.of()),
                    badges.getOrDefault(participation.id(), Set.of())));
        }
        return entries;
    }

    private Map<PersonId, Integer> assessed(Exported exported, List<Line> lines) {
        CampaignTarget target = exported.settings().target();
        Map<PersonId, AssessmentId> underWay = new HashMap<>();
        for (Line line : lines) {
            UUID test = line.participation().assessmentId();
            if (test != null && line.participation().status() == Status.STARTED) {
                underWay.put(line.participation().person(), new AssessmentId(test));
            }
        }
        return target == null || underWay.isEmpty()
                ? Map.of()
                : assessments.assessed(underWay, new Subject.Path(exported.campaign().id(), target.topics(),
                        exported.campaign().kind() == Kind.EXAM));
    }
}
