package fr.pixlti.tool.content.domain;

import fr.pixlti.tool.content.domain.ComposeRelease.Composed;
import fr.pixlti.tool.content.domain.ComposeRelease.Part;
import fr.pixlti.tool.content.domain.Packs.Pack;
import fr.pixlti.tool.content.domain.Packs.State;
import fr.pixlti.tool.shared.AuditLog;
import fr.pixlti.tool.shared.CurrentOperator;
import fr.pixlti.tool.shared.Ids;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Takes a pack in as a draft, when nothing is wrong with it. */
@Component
public class UploadPack {

    private static final int LONGEST_NAME = 100;

    private final BuiltInContent builtIn;
    private final SwitchRelease switchRelease;
    private final Packs packs;
    private final ReleaseSettings limits;
    private final Writing writing;

    /** What every deed of an operator writes with. */
    @Component
    record Writing(Transactions transactions, AuditLog audit, Ids ids, Clock clock) {}

    UploadPack(BuiltInContent builtIn, SwitchRelease switchRelease, Packs packs, ReleaseSettings limits,
            Writing writing) {
        this.builtIn = builtIn;
        this.switchRelease = switchRelease;
        this.packs = packs;
        this.limits = limits;
        this.writing = writing;
    }

    /**
     * @param name what the operator calls it; cut at 100 characters
     * @param zip as it was sent
     * @return the new draft's id
     * @throws FaultyContent with everything that is wrong
     */
    public UUID handle(CurrentOperator operator, String name, byte[] zip) {
        operator.require(CurrentOperator.Role.OPERATOR);
        if (zip.length > limits.maxUpload().toBytes()) {
            throw new FaultyContent(List.of(
                    new Fault("ZIP", 1, "the ZIP has more than " + limits.maxUpload().toMegabytes() + " MB")));
        }
        ContentFiles files = new ContentFiles(fromTheTop(Unpacking.of(zip, limits)));
        Composed composed = switchRelease.check(new Part(name, files), new UUID(0, 0));
        if (!composed.faults().isEmpty()) {
            throw new FaultyContent(composed.faults());
        }
        Instant now = writing.clock().instant();
        String kept = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        byte[] archive = Archive.of(files);
        Pack pack = new Pack(writing.ids().next(), kept, operator.name(), now, State.DRAFT, operator.name(), now,
                archive.length);
        writing.transactions().run(() -> {
            packs.add(pack, archive);
            writing.audit().record(operator, "content.pack-uploaded", kept);
        });
        return pack.id();
    }

    /** Whoever packs a folder gets its name before every file: it is taken off, unless the content has that folder. */
    private Map<String, byte[]> fromTheTop(Map<String, byte[]> files) {
        Set<String> tops = files.keySet().stream().map(path -> path.substring(0, path.indexOf('/') + 1))
                .collect(Collectors.toSet());
        String top = tops.size() == 1 ? tops.iterator().next() : "";
        boolean own = top.equals("paths/") || builtIn.get().release().frameworks().stream()
                .anyMatch(each -> top.equals(each.id() + "/"));
        if (top.isEmpty() || own) {
            return files;
        }
        Map<String, byte[]> lower = new TreeMap<>();
        files.forEach((path, bytes) -> lower.put(path.substring(top.length()), bytes));
        return lower;
    }
}
