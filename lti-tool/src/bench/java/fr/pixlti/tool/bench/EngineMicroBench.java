package fr.pixlti.tool.bench;

import fr.pixlti.tool.assessment.domain.engine.Answered;
import fr.pixlti.tool.assessment.domain.engine.Choice;
import fr.pixlti.tool.assessment.domain.engine.Inference;
import fr.pixlti.tool.assessment.domain.engine.KnowledgeElement;
import fr.pixlti.tool.assessment.domain.engine.NextItem;
import fr.pixlti.tool.assessment.domain.engine.PredictedLevel;
import fr.pixlti.tool.assessment.domain.engine.Target;
import fr.pixlti.tool.content.Needs;
import fr.pixlti.tool.content.Skill;
import fr.pixlti.tool.content.domain.ContentFiles;
import fr.pixlti.tool.content.domain.ReadContent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the adaptive engine costs on the delivered content of one competence. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class EngineMicroBench {

    private static final int ANSWERS = 6;
    private static final long SEED = 42;
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private final Target target = Target
            .of(ReadContent.read(ContentFiles.in("classpath:content/")).release().skillsOf(Answers.COMPETENCE));
    private final Run middle = new Run(target, ANSWERS);
    private final Skill asked = ((Choice.Ask) middle.next()).skill();

    /** A test in which every third answer is wrong. */
    private static final class Run {

        private final Target target;
        private final Map<String, KnowledgeElement> known = new HashMap<>();
        private final List<Answered> answered = new ArrayList<>();

        Run(Target target, int answers) {
            this.target = target;
            while (answered.size() < answers && next() instanceof Choice.Ask ask) {
                boolean success = answered.size() % 3 != 2;
                Inference.from(target, ask.skill(), success, known, NOW)
                        .forEach(element -> known.put(element.skill(), element));
                answered.add(new Answered(ask.item().id(), ask.item().timer() != null));
            }
        }

        Choice next() {
            return NextItem.choose(target, known, answered, Set.of(), SEED, Needs.NONE);
        }
    }

    @Benchmark
    public Choice nextItem() {
        return middle.next();
    }

    @Benchmark
    public double predictedLevel() {
        return PredictedLevel.of(target, middle.known);
    }

    @Benchmark
    public List<KnowledgeElement> inference() {
        return Inference.from(target, asked, true, middle.known, NOW);
    }

    /** From the first question to the last. */
    @Benchmark
    public int wholeTest() {
        return new Run(target, Integer.MAX_VALUE).answered.size();
    }
}
