package fr.pixlti.tool.demo.domain;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What teachers are choosing in the tool's dialogue, from the request until they save; in memory, as in a session. */
@Component
@Profile("demo")
public class Choices {

    private static final int MOST = 1_000;

    /**
     * One dialogue.
     *
     * @param key stands for Moodle's session key in the return address
     * @param data given to the tool, to come back as it was
     * @param items what came back; empty before that
     */
    public record Choice(String key, String personId, String deploymentId, String data, List<ContentItem> items,
            boolean returned) {}

    private final SequencedMap<String, Choice> open = new LinkedHashMap<>();
    private final Set<String> nonces = new HashSet<>();
    private final SecureRandom random = new SecureRandom();

    public synchronized Choice begin(Person person, String deploymentId) {
        Choice choice = new Choice(text(), person.id(), deploymentId, "é \"<" + text() + ">&", List.of(), false);
        if (open.size() == MOST) {
            open.pollFirstEntry();
        }
        open.put(choice.key(), choice);
        return choice;
    }

    public synchronized Optional<Choice> find(String key) {
        return Optional.ofNullable(open.get(key));
    }

    /** @return false when this nonce came before, or the dialogue has its response already */
    public synchronized boolean returned(String key, String nonce, List<ContentItem> items) {
        Choice choice = open.get(key);
        if (choice == null || choice.returned() || !nonces.add(nonce)) {
            return false;
        }
        open.put(key, new Choice(key, choice.personId(), choice.deploymentId(), choice.data(),
                List.copyOf(items), true));
        return true;
    }

    /** The dialogue, at its end. */
    public synchronized Optional<Choice> take(String key) {
        return Optional.ofNullable(open.remove(key));
    }

    private String text() {
        return Long.toUnsignedString(random.nextLong(), 36);
    }
}
