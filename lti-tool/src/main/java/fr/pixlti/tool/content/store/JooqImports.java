package fr.pixlti.tool.content.store;

import static fr.pixlti.schema.Tables.CONTENT_IMPORT;
import static fr.pixlti.schema.Tables.CONTENT_IMPORT_PART;

import fr.pixlti.tool.content.domain.exchange.ImportReport;
import fr.pixlti.tool.content.domain.exchange.Imports;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JooqImports implements Imports {

    /** Under a quarter of the largest packet that MariaDB takes unless told otherwise. */
    private static final int PIECE = 3 << 20;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DSLContext db;

    JooqImports(DSLContext db) {
        this.db = db;
    }

    @Override
    public void add(Import done, byte[] archive) {
        db.insertInto(CONTENT_IMPORT).set(CONTENT_IMPORT.ID, done.id()).set(CONTENT_IMPORT.FILE_NAME, done.fileName())
                .set(CONTENT_IMPORT.CREATED_AT, Utc.of(done.at()))
                .set(CONTENT_IMPORT.REPORT, JSON.writeValueAsString(done.report())).execute();
        for (int from = 0; from < archive.length; from += PIECE) {
            db.insertInto(CONTENT_IMPORT_PART).set(CONTENT_IMPORT_PART.IMPORT_ID, done.id())
                    .set(CONTENT_IMPORT_PART.PART, from / PIECE)
                    .set(CONTENT_IMPORT_PART.BYTES,
                            Arrays.copyOfRange(archive, from, Math.min(from + PIECE, archive.length)))
                    .execute();
        }
    }

    @Override
    public Optional<Import> find(UUID id) {
        return db.selectFrom(CONTENT_IMPORT).where(CONTENT_IMPORT.ID.eq(id))
                .fetchOptional(row -> new Import(row.getId(), row.getFileName(), Utc.instant(row.getCreatedAt()),
                        JSON.readValue(row.getReport(), ImportReport.class)));
    }

    @Override
    public byte[] archive(UUID id) {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        db.select(CONTENT_IMPORT_PART.BYTES).from(CONTENT_IMPORT_PART).where(CONTENT_IMPORT_PART.IMPORT_ID.eq(id))
                .orderBy(CONTENT_IMPORT_PART.PART).fetch(CONTENT_IMPORT_PART.BYTES)
                .forEach(archive::writeBytes);
        return archive.toByteArray();
    }

    @Override
    public void removeBefore(Instant moment) {
        db.deleteFrom(CONTENT_IMPORT).where(CONTENT_IMPORT.CREATED_AT.lt(Utc.of(moment))).execute();
    }
}
