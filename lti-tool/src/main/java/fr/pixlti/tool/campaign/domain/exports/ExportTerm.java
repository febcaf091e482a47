package fr.pixlti.tool.campaign.domain.exports;

import fr.pixlti.tool.campaign.domain.Campaign.Kind;
import fr.pixlti.tool.campaign.domain.Participation;
import fr.pixlti.tool.campaign.domain.exports.Exports.Part;
import fr.pixlti.tool.campaign.domain.exports.FindExported.Exported;
import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.content.Framework.Area;
import fr.pixlti.tool.content.Framework.Competence;
import fr.pixlti.tool.people.CourseMember;
import fr.pixlti.tool.people.PeopleApi;
import fr.pixlti.tool.shared.Cell;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.TableFile;
import fr.pixlti.tool.shared.Transactions;
import java.io.OutputStream;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Writes what the school report asks for at the end of a term, from the profiles that pupils sent: a row for each pupil of
 * the course, class by class, and their level in each area, in the report's order, which is the framework's. The level of an
 * area is the mean of its competences' levels, rounded down like every level: a level counts once all of it is reached.
 */
@Component
public class ExportTerm {

    private final Exports exports;
    private final ContentApi content;
    private final PeopleApi people;
    private final TableFile.Maker files;
    private final MessageSource messages;
    private final Transactions transactions;

    ExportTerm(Exports exports, ContentApi content, PeopleApi people, TableFile.Maker files, MessageSource messages,
            Transactions transactions) {
        this.exports = exports;
        this.content = content;
        this.people = people;
        this.files = files;
        this.messages = messages;
        this.transactions = transactions;
    }

    /**
     * @param exported a collection, from {@link FindExported}, which checks who asks
     * @param group of the course, absent for all pupils
     * @throws DomainError {@code campaign.not-found} for a campaign that collects no profiles, and for a group of another
     *     course; {@code shell.table-too-long} when the format does not take so many rows
     * @throws java.io.UncheckedIOException when the reader is gone
     */
    public void handle(Exported exported, @Nullable UUID group, TableFile.Format format, Locale reader,
            OutputStream out) {
        if (exported.campaign().kind() != Kind.COLLECTION) {
            throw DomainError.notFound("campaign.not-found");
        }
        ExportWords words = new ExportWords(messages, reader);
        List<Area> areas = content.current().profileAreas();
        List<Pupil> pupils = transactions.call(() -> pupils(exported, group, reader));
        TableFile file = files.begin(format, out, reader, words.of("term"), header(areas, words));
        pupils.forEach(pupil -> file.row(row(pupil, areas)));
        file.finish();
    }

    private static List<String> header(List<Area> areas, ExportWords words) {
        List<String> header = new ArrayList<>(
                List.of(words.of("group"), words.of("family-name"), words.of("given-name")));
        areas.forEach(area -> header.add(words.of("part.level", words.named(area))));
        header.addAll(List.of(words.of("pix"), words.of("sent-on")));
        return header;
    }

    private List<Pupil> pupils(Exported exported, @Nullable UUID group, Locale reader) {
        UUID course = exported.campaign().courseId();
        Collection<PersonId> learners = people.learners(course);
        if (group != null) {
            if (people.groups(course).stream().noneMatch(each -> each.id().equals(group))) {
                throw DomainError.notFound("campaign.not-found");
            }
            Set<PersonId> members = people.groupMembers(course).getOrDefault(group, Set.of());
            learners = learners.stream().filter(members::contains).toList();
        }
        Map<PersonId, CourseMember> members = people.members(course, learners);
        Map<PersonId, Participation> sent = exports.sent(exported.campaign().id(), learners);
        Map<UUID, List<Part>> parts = exports.parts(sent.values().stream().map(Participation::id).toList());
        Collator collator = Collator.getInstance(reader);
        return learners.stream().map(person -> {
            Participation participation = sent.get(person);
            return new Pupil(Objects.requireNonNull(members.get(person)), participation,
                    participation == null ? List.of() : parts.getOrDefault(participation.id(), List.of()));
            // Learners come by name already; whoever is in no class comes last.
        }).sorted(Comparator.comparing((Pupil pupil) -> pupil.group().isEmpty())
                .thenComparing(Pupil::group, collator)).toList();
    }

    private static List<Cell> row(Pupil pupil, List<Area> areas) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.text(pupil.group()), Cell.text(pupil.person().familyName()),
                Cell.text(pupil.person().givenName())));
        Map<String, Integer> levels = new HashMap<>();
        for (Part part : pupil.parts()) {
            if (part.level() != null) {
                levels.put(part.competence(), part.level());
            }
        }
        areas.forEach(area -> cells.add(level(area, levels)));
        Participation participation = pupil.participation();
        Integer pix = participation == null ? null : participation.pix();
        cells.add(pix == null ? Cell.EMPTY : Cell.number(pix));
        cells.add(Cell.day(participation == null || participation.sent() == null ? null : participation.sent().at()));
        return cells;
    }

    private static Cell level(Area area, Map<String, Integer> levels) {
        if (levels.isEmpty()) {
            return Cell.EMPTY;
        }
        int sum = 0;
        for (Competence competence : area.competences()) {
            sum += levels.getOrDefault(competence.code(), 0);
        }
        return Cell.number(sum / area.competences().size());
    }

    /** @param participation absent before something was sent */
    private record Pupil(CourseMember person, @Nullable Participation participation, List<Part> parts) {

        String group() {
            return String.join(", ", person.groups());
        }
    }
}
