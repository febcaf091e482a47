package fr.pixlti.tool.bench;

import fr.pixlti.tool.assessment.domain.Given;
import fr.pixlti.tool.assessment.domain.Marking;
import fr.pixlti.tool.assessment.domain.Outcome;
import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.content.domain.ContentFiles;
import fr.pixlti.tool.content.domain.ReadContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** What marking costs: the right answer and, for typed text, a wrong one as long as a sentence. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class MarkingMicroBench {

    private static final String WRONG = "Je ne sais pas vraiment, peut-être « le moteur de recherche » ?";

    private final List<Task> choices = new ArrayList<>();
    private final List<Task> texts = new ArrayList<>();
    private final List<Task> wrongTexts = new ArrayList<>();

    private record Task(Item item, Given given) {}

    /** Every item of the delivered content. */
    @Setup
    public void items() {
        for (Item item : ReadContent.read(ContentFiles.in("classpath:content/")).release().items().values()) {
            switch (item.work()) {
                case Item.Choose choose -> choices.add(new Task(item, new Given.Chosen(IntStream
                        .range(0, choose.choices().size()).filter(index -> choose.choices().get(index).right()).boxed()
                        .collect(Collectors.toCollection(TreeSet::new)))));
                case Item.Fill fill -> {
                    String name = fill.field().name();
                    texts.add(new Task(item, Given.Filled.of(Map.of(name, fill.field().answers().getFirst()))));
                    wrongTexts.add(new Task(item, Given.Filled.of(Map.of(name, WRONG))));
                }
                case Item.FillSeveral several -> texts.add(new Task(item, Given.Filled.of(Answers.right(several))));
                case Item.Operate operate -> texts.add(new Task(item, Given.Filled.of(operate.facts().stream()
                        .collect(Collectors.toMap(Item.Field::name, fact -> fact.answers().getFirst())))));
            }
        }
    }

    @Benchmark
    public void allChoices(Blackhole hole) {
        mark(choices, Outcome.RIGHT, hole);
    }

    @Benchmark
    public void allTexts(Blackhole hole) {
        mark(texts, Outcome.RIGHT, hole);
    }

    @Benchmark
    public void allWrongTexts(Blackhole hole) {
        mark(wrongTexts, Outcome.WRONG, hole);
    }

    private static void mark(List<Task> tasks, Outcome expected, Blackhole hole) {
        for (Task task : tasks) {
            if (Marking.mark(task.item(), task.given(), false) != expected) {
                throw new IllegalStateException(task.item().id() + " is not " + expected);
            }
        }
        hole.consume(tasks);
    }
}
