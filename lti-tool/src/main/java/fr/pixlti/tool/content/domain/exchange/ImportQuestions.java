package fr.pixlti.tool.content.domain.exchange;

import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.domain.exchange.ImportReport.State;
import fr.pixlti.tool.shared.AuditLog;
import fr.pixlti.tool.shared.CurrentOperator;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.Ids;
import fr.pixlti.tool.shared.Transactions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;

/** Makes a pack of somebody's questions, with a report; the operator fetches both. */
@Component
public class ImportQuestions {

    private final ContentApi content;
    private final Imports imports;
    private final ExchangeSettings settings;
    private final Writing writing;
    /** A large import takes much of the heap; two on one node would take too much. */
    private final Semaphore oneAtATime = new Semaphore(1);

    /** What the deeds of operators write with. */
    @Component
    record Writing(Transactions transactions, AuditLog audit, Ids ids, Clock clock) {}

    ImportQuestions(ContentApi content, Imports imports, ExchangeSettings settings, Writing writing) {
        this.content = content;
        this.imports = imports;
        this.settings = settings;
        this.writing = writing;
    }

    /**
     * @param fileName as the operator's computer calls the file
     * @param competence and level, 1 to 7, of questions that say none themselves
     * @return where the report is
     * @throws DomainError {@code content.exchange-too-large}, {@code -unknown}, {@code -unreadable}, {@code -unsafe},
     *     {@code -empty}, {@code -too-many}, {@code -no-competence}; {@code content.exchange-busy} while another import is read
     */
    public UUID handle(CurrentOperator operator, String fileName, byte[] file, String competence, int level) {
        operator.require(CurrentOperator.Role.OPERATOR);
        if (file.length > settings.maxSize().toBytes()) {
            throw new DomainError("content.exchange-too-large", DomainError.Kind.INVALID,
                    settings.maxSize().toMegabytes());
        }
        ContentRelease release = content.current();
        if (release.competence(competence).isEmpty() || level < 1 || level > 7) {
            throw new DomainError("content.exchange-no-competence", DomainError.Kind.INVALID);
        }
        if (!oneAtATime.tryAcquire()) {
            throw new DomainError("content.exchange-busy", DomainError.Kind.CONFLICT);
        }
        MakeItems.Made made;
        byte[] archive;
        try {
            made = new MakeItems(release.frameworks(), release.topics().keySet(), competence, level)
                    .make(ReadQuestions.in(file, settings.maxQuestions()));
            archive = zip(made.files());
        } finally {
            oneAtATime.release();
        }
        Instant now = writing.clock().instant();
        UUID id = writing.ids().next();
        String name = fileName.substring(0, Math.min(200, fileName.length()));
        writing.transactions().run(() -> {
            imports.removeBefore(now.minus(settings.keep()));
            imports.add(new Imports.Import(id, name, now, made.report()), archive);
            writing.audit().record(operator, "content.questions-imported",
                    String.valueOf(made.report().lines().size() - made.report().count(State.REFUSED)));
        });
        return id;
    }

    /** @throws DomainError {@code content.import-gone} */
    public Imports.Import report(CurrentOperator operator, UUID id) {
        operator.require(CurrentOperator.Role.OPERATOR);
        return writing.transactions().call(() -> imports.find(id))
                .orElseThrow(() -> DomainError.notFound("content.import-gone"));
    }

    /** The content files in a ZIP. @throws DomainError {@code content.import-gone} */
    public byte[] archive(CurrentOperator operator, UUID id) {
        report(operator, id);
        return writing.transactions().call(() -> imports.archive(id));
    }

    static byte[] zip(SortedMap<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
