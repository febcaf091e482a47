package fr.pixlti.tool.people.domain;

import fr.pixlti.tool.shared.AuditLog;
import fr.pixlti.tool.shared.CurrentOperator;
import fr.pixlti.tool.shared.CurrentOperator.Role;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.PersonalData;
import fr.pixlti.tool.shared.PersonalData.Part;
import fr.pixlti.tool.shared.Transactions;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/** What the tool holds of a person, for an operator who answers their request (GDPR, articles 15 and 20). */
@Component
public class ExportPerson {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final DefaultPrettyPrinter LINES = new DefaultPrettyPrinter()
            .withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);

    private final KnownPeople known;
    private final List<PersonalData> rooms;
    private final AuditLog audit;
    private final Transactions transactions;
    private final Clock clock;

    ExportPerson(KnownPeople known, List<PersonalData> rooms, AuditLog audit, Transactions transactions, Clock clock) {
        this.known = known;
        this.rooms = rooms;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @throws DomainError {@code people.person-unknown} when there is nobody of that id */
    public Held look(CurrentOperator operator, PersonId person) {
        operator.require(Role.OPERATOR);
        return transactions.call(() -> held(person));
    }

    /**
     * The same as JSON: rooms, in them things by kind, in them values by name; times are in UTC.
     *
     * @throws DomainError {@code people.person-unknown} when there is nobody of that id
     */
    public byte[] handle(CurrentOperator operator, PersonId person) {
        operator.require(Role.OPERATOR);
        List<Part> parts = transactions.call(() -> {
            Held held = held(person);
            audit.record(operator, "people.exported", person.toString());
            return held.parts();
        });
        Map<String, Map<String, Object>> byRoom = new LinkedHashMap<>();
        parts.forEach(part -> byRoom.computeIfAbsent(part.room(), room -> new LinkedHashMap<>())
                .put(part.kind(), rows(part)));
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("exportedAt", clock.instant().toString());
        file.putAll(byRoom);
        return JSON.writer().with(LINES).writeValueAsString(file).getBytes(StandardCharsets.UTF_8);
    }

    private Held held(PersonId person) {
        KnownPeople.Found found = known.find(person)
                .orElseThrow(() -> DomainError.notFound("people.person-unknown"));
        return new Held(found, rooms.stream().flatMap(room -> room.export(person).stream()).toList());
    }

    private static List<Map<String, @Nullable Object>> rows(Part part) {
        return part.rows().stream().map(row -> {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            row.forEach((name, value) -> values.put(name, value instanceof LocalDateTime utc
                    ? utc.toInstant(ZoneOffset.UTC).toString()
                    : value));
            return values;
        }).toList();
    }

    /** @param person who they are; {@code parts}: what each room holds */
    public record Held(KnownPeople.Found person, List<Part> parts) {}
}
