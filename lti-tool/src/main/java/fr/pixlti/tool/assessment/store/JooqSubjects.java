package fr.pixlti.tool.assessment.store;

import static fr.pixlti.schema.Tables.ASSESSMENT_SUBJECT;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.pixlti.tool.assessment.Subject;
import fr.pixlti.tool.content.TargetProfile.CappedTopic;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The paths that tests are about. One never changes, so every node may remember it. */
@Component
class JooqSubjects {

    private final DSLContext db;
    private final Cache<UUID, Subject.Path> known = Caffeine.newBuilder().maximumSize(2_000).build();

    JooqSubjects(DSLContext db) {
        this.db = db;
    }

    /** Nothing when it is there already. */
    void keep(Subject.Path path) {
        // Only what was read is known to be there: what is written here may yet be taken back.
        if (known.getIfPresent(path.id()) == null) {
            db.insertInto(ASSESSMENT_SUBJECT, ASSESSMENT_SUBJECT.ID, ASSESSMENT_SUBJECT.TOPICS,
                    ASSESSMENT_SUBJECT.ISOLATED)
                    .values(path.id(),
                            path.topics().stream().map(topic -> topic.topic() + ":" + topic.maxLevel())
                                    .collect(Collectors.joining(" ")),
                            path.isolated())
                    .onDuplicateKeyIgnore().execute();
        }
    }

    Subject.Path get(UUID id) {
        Subject.Path path = known.getIfPresent(id);
        if (path == null) {
            path = db.selectFrom(ASSESSMENT_SUBJECT).where(ASSESSMENT_SUBJECT.ID.eq(id))
                    .fetchSingle(row -> new Subject.Path(id, topics(row.getTopics()), row.getIsolated()));
            known.put(id, path);
        }
        return path;
    }

    private static List<CappedTopic> topics(String text) {
        return Arrays.stream(text.split(" ")).map(each -> {
            int colon = each.lastIndexOf(':');
            return new CappedTopic(each.substring(0, colon), Integer.parseInt(each.substring(colon + 1)));
        }).toList();
    }
}
