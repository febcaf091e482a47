package fr.pixlti.tool.assessment.domain;

import fr.pixlti.tool.assessment.Subject;
import fr.pixlti.tool.assessment.domain.Assessments.Answered;
import fr.pixlti.tool.assessment.domain.Assessments.Known;
import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.content.Skill;
import fr.pixlti.tool.shared.PersonId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What is known of a person as far as a test's subject is concerned. */
@Component
class Recall {

    private final Assessments assessments;
    private final Choosing choosing;

    Recall(Assessments assessments, Choosing choosing) {
        this.assessments = assessments;
        this.choosing = choosing;
    }

    /** All there is to a test, the answers given. */
    Running running(Assessment test, ContentRelease release) {
        return running(test, release, assessments.answers(test.id()));
    }

    Running running(Assessment test, ContentRelease release, List<Answered> answers) {
        return new Running(test, answers,
                test.subject().isolated()
                        ? choosing.taught(test, release, answers)
                        : known(test.person(), test.subject(), release));
    }

    /** From every test that is not isolated. */
    List<Known> known(PersonId person, Subject subject, ContentRelease release) {
        return assessments.knowledge(person, competences(subject, release));
    }

    /** Ids of the items of the subject that the person answered in any test. */
    Set<String> met(PersonId person, Subject subject, ContentRelease release) {
        Set<String> concerned = skills(subject, release).stream().map(Skill::id).collect(Collectors.toSet());
        Set<String> met = assessments.metItems(person,
                subject instanceof Subject.Competence(var code) ? code : null);
        return met.stream().filter(id -> isOf(release.items().get(id), concerned)).collect(Collectors.toSet());
    }

    private static boolean isOf(@org.jspecify.annotations.Nullable Item item, Set<String> skills) {
        return item != null && skills.contains(item.skill());
    }

    /** By topic, then level. */
    static List<Skill> skills(Subject subject, ContentRelease release) {
        return switch (subject) {
            case Subject.Competence(var code) -> release.skillsOf(code);
            case Subject.Path path -> release.skillsOf(path.topics());
        };
    }

    static Set<String> competences(Subject subject, ContentRelease release) {
        return switch (subject) {
            case Subject.Competence(var code) -> Set.of(code);
            case Subject.Path path -> path.topics().stream().map(topic -> release.topics().get(topic.topic()))
                    .filter(Objects::nonNull).map(topic -> topic.competence())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        };
    }
}
