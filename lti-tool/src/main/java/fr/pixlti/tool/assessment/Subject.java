package fr.pixlti.tool.assessment;

import fr.pixlti.tool.content.TargetProfile.CappedTopic;
import java.util.List;
import java.util.UUID;

/** What a test is about. */
public sealed interface Subject {

    /** Whether the test neither starts from what is known of the person nor adds to it. */
    boolean isolated();

    /** All of one competence. @param code for example {@code 1.1} */
    record Competence(String code) implements Subject {

        @Override
        public boolean isolated() {
            return false;
        }
    }

    /**
     * Topics of any competences, each up to a level.
     *
     * @param id names it for good: the same id always means the same topics
     * @param topics never empty
     * @param isolated as in an exam
     */
    record Path(UUID id, List<CappedTopic> topics, boolean isolated) implements Subject {

        public Path {
            topics = List.copyOf(topics);
        }
    }
}
