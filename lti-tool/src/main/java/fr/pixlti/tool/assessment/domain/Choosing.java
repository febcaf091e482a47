package fr.pixlti.tool.assessment.domain;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.pixlti.tool.assessment.AssessmentSettings;
import fr.pixlti.tool.assessment.Subject;
import fr.pixlti.tool.assessment.domain.Assessments.Answered;
import fr.pixlti.tool.assessment.domain.Assessments.Known;
import fr.pixlti.tool.assessment.domain.engine.Choice;
import fr.pixlti.tool.assessment.domain.engine.Improvement;
import fr.pixlti.tool.assessment.domain.engine.Inference;
import fr.pixlti.tool.assessment.domain.engine.KnowledgeElement;
import fr.pixlti.tool.assessment.domain.engine.NextItem;
import fr.pixlti.tool.assessment.domain.engine.Score;
import fr.pixlti.tool.assessment.domain.engine.Target;
import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.content.Skill;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Feeds the engine with what the database holds, and tells what follows from it. */
@Component
class Choosing {

    private final AssessmentSettings settings;
    /** Of releases that are held, and no longer: a key is the release itself. */
    private final Cache<ContentRelease, Map<Object, Target>> targets = Caffeine.newBuilder().weakKeys().build();

    Choosing(AssessmentSettings settings) {
        this.settings = settings;
    }

    /** The first question of a test; nothing is learnt yet. */
    Step first(Assessment test, ContentRelease release, List<Known> before) {
        return step(test, release, known(test, before), List.of(), List.of());
    }

    /** Another question in place of the one asked, which is not answered yet. */
    Step instead(Running running, ContentRelease release) {
        return step(running.test(), release, known(running.test(), running.knowledge()), running.answers(), List.of());
    }

    /** What follows from one more answer of the test. */
    Step afterAnswer(Running running, ContentRelease release, Answered newest) {
        Assessment test = running.test();
        Map<String, KnowledgeElement> known = known(test, running.knowledge());
        List<KnowledgeElement> learnt = Inference.from(target(release, test.subject()),
                release.skill(newest.skill()), newest.outcome().success(), known, newest.at());
        learnt.forEach(element -> known.put(element.skill(), element));
        List<Answered> answers = new ArrayList<>(running.answers());
        answers.add(newest);
        return step(test, release, known, answers, learnt);
    }

    /** What the answers of one test alone teach. */
    List<Known> taught(Assessment test, ContentRelease release, List<Answered> answers) {
        Target target = target(release, test.subject());
        Map<String, KnowledgeElement> known = new LinkedHashMap<>();
        for (Answered answer : answers) {
            Skill skill = release.skills().get(answer.skill());
            if (skill != null) {
                Inference.from(target, skill, answer.outcome().success(), known, answer.at())
                        .forEach(element -> known.put(element.skill(), element));
            }
        }
        return known.values().stream().map(element -> new Known(element, test.id())).toList();
    }

    /** The score that everything known of a person gives. */
    Score score(List<Known> elements, String competence, ContentRelease release, int maxLevel) {
        Map<String, KnowledgeElement> known = HashMap.newHashMap(elements.size());
        for (Known element : elements) {
            known.put(element.element().skill(), element.element());
        }
        return Score.of(target(release, new Subject.Competence(competence)).skills(), known, maxLevel);
    }

    private Step step(Assessment test, ContentRelease release, Map<String, KnowledgeElement> known,
            List<Answered> answers, List<KnowledgeElement> learnt) {
        Target target = target(release, test.subject());
        List<fr.pixlti.tool.assessment.domain.engine.Answered> asked = new ArrayList<>(answers.size());
        for (Answered answer : answers) {
            Item item = release.items().get(answer.item());
            asked.add(new fr.pixlti.tool.assessment.domain.engine.Answered(answer.item(),
                    item != null && item.timer() != null));
        }
        Choice choice = NextItem.choose(target, known, asked, test.met(), test.seed(), test.needs());
        Item next = choice instanceof Choice.Ask ask ? ask.item() : null;
        return new Step(learnt, next);
    }

    /** What this test takes as known: its own elements, and of earlier ones what its start kept. */
    private Map<String, KnowledgeElement> known(Assessment test, List<Known> knowledge) {
        List<KnowledgeElement> earlier = new ArrayList<>();
        List<KnowledgeElement> own = new ArrayList<>();
        for (Known element : knowledge) {
            (element.assessment().equals(test.id()) ? own : earlier).add(element.element());
        }
        Map<String, KnowledgeElement> known = Improvement.kept(earlier, test.startedAt(),
                settings.at(test.startedAt()).improveAfter());
        own.forEach(element -> known.put(element.skill(), element));
        return known;
    }

    private Target target(ContentRelease release, Subject subject) {
        Object name = switch (subject) {
            case Subject.Competence(var code) -> code;
            case Subject.Path path -> path.id();
        };
        return targets.get(release, key -> new ConcurrentHashMap<>()).computeIfAbsent(name,
                key -> Target.of(Recall.skills(subject, release)));
    }

    /** @param next absent when the test is over */
    record Step(List<KnowledgeElement> learnt, @Nullable Item next) {}
}
