package fr.pixlti.tool.content.domain;

import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.content.ReleaseUses;
import fr.pixlti.tool.content.TargetProfile;
import fr.pixlti.tool.content.Words;
import fr.pixlti.tool.content.domain.ComposeRelease.Composed;
import fr.pixlti.tool.content.domain.ComposeRelease.Part;
import fr.pixlti.tool.content.domain.Packs.Pack;
import fr.pixlti.tool.content.domain.Packs.State;
import fr.pixlti.tool.content.domain.Packs.Stored;
import fr.pixlti.tool.content.domain.Releases.Kept;
import fr.pixlti.tool.content.domain.Releases.Standing;
import fr.pixlti.tool.shared.CurrentOperator;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.Transactions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the console shows of releases and packs. */
@Component
public class LookAtContent {

    private final BuiltInContent builtIn;
    private final HeldContent held;
    private final SwitchRelease switchRelease;
    private final SwitchRelease.Stock stock;
    private final ObjectProvider<ReleaseUses> uses;
    private final Transactions transactions;

    LookAtContent(BuiltInContent builtIn, HeldContent held, SwitchRelease switchRelease, SwitchRelease.Stock stock,
            ObjectProvider<ReleaseUses> uses, Transactions transactions) {
        this.builtIn = builtIn;
        this.held = held;
        this.switchRelease = switchRelease;
        this.stock = stock;
        this.uses = uses;
        this.transactions = transactions;
    }

    /** @param kinds number of items by kind, as the files name kinds */
    public record Figures(int competences, int topics, int skills, int items, Map<String, Integer> kinds) {

        static Figures of(ContentRelease release) {
            Map<String, Integer> kinds = new TreeMap<>();
            release.items().values().forEach(item -> kinds.merge(kind(item.work()), 1, Integer::sum));
            return new Figures(release.topicsByCompetence().size(), release.topics().size(), release.skills().size(),
                    release.items().size(), kinds);
        }

        private static String kind(Item.Work work) {
            return switch (work) {
                case Item.Choose choose -> choose.several() ? "qcm" : "qcu";
                case Item.Fill _ -> "qroc";
                case Item.FillSeveral _ -> "qrocm";
                case Item.Operate _ -> "simulator";
            };
        }
    }

    /** A release in the database. @param underWay number of tests under way that refer to it */
    public record Line(Kept kept, boolean current, boolean builtIn, int underWay) {}

    /** @param leftOut published, but at odds with the content of this version of the tool */
    public record PackLine(Pack pack, boolean leftOut) {}

    public record Overview(String current, Figures figures, List<Line> releases, List<PackLine> packs) {}

    /** A pack, checked beside what is published now. @param paths the names of those that it brings */
    public record Look(Pack pack, Figures figures, List<String> topics, List<Words> paths, List<Fault> faults,
            List<Fault> remarks) {}

    public Overview all(CurrentOperator operator) {
        operator.require(CurrentOperator.Role.OPERATOR);
        ContentRelease current = held.current();
        return transactions.call(() -> {
            Map<String, Integer> underWay = new HashMap<>();
            uses.stream().forEach(each -> each.underWay().forEach((id, tests) -> underWay.merge(id, tests,
                    Integer::sum)));
            Standing standing = stock.releases().standing(builtIn.id());
            Set<UUID> leftOut = standing.pointer() == null ? Set.of() : standing.pointer().leftOut();
            List<Line> lines = stock.releases().all().stream()
                    .map(each -> new Line(each, each.id().equals(current.id()), each.id().equals(builtIn.id()),
                            underWay.getOrDefault(each.id(), 0)))
                    .toList();
            List<PackLine> packs = stock.packs().all().stream()
                    .map(pack -> new PackLine(pack,
                            pack.state() == State.PUBLISHED && leftOut.contains(pack.id())))
                    .toList();
            return new Overview(current.id(), Figures.of(current), lines, packs);
        });
    }

    /** @throws DomainError {@code content.pack-gone} */
    public Look pack(CurrentOperator operator, UUID id) {
        operator.require(CurrentOperator.Role.OPERATOR);
        Stored stored = transactions.call(() -> stock.packs().find(id))
                .orElseThrow(() -> DomainError.notFound("content.pack-gone"));
        ContentFiles files = Archive.read(stored.archive());
        Composed composed = switchRelease.check(new Part(stored.pack().name(), files), id);
        ContentRelease own = ReadContent.stored("", files, builtIn.known()).release();
        List<Fault> remarks = new ArrayList<>(composed.remarks());
        remarks.removeIf(each -> !files.has(each.file()));
        return new Look(stored.pack(), Figures.of(own), own.topics().values().stream()
                .map(topic -> topic.competence() + " " + topic.title()).sorted().toList(),
                composed.content().release().targetProfiles().stream()
                        .filter(path -> files.has("paths/" + path.id() + ".yaml")).map(TargetProfile::name).toList(),
                composed.faults(), remarks);
    }
}
