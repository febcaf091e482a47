package fr.pixlti.tool.assessment.web;

import fr.pixlti.tool.assessment.domain.profile.KeepLessons;
import fr.pixlti.tool.shared.CurrentPerson;
import fr.pixlti.tool.shared.PersonId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives pages with lessons the attribute {@code kept}, so that each lesson can be kept. */
@ControllerAdvice(assignableTypes = {AssessmentController.class, ReportController.class, ProfileController.class,
    LessonsController.class})
class KeptLessons {

    private final KeepLessons keepLessons;

    KeptLessons(KeepLessons keepLessons) {
        this.keepLessons = keepLessons;
    }

    @ModelAttribute("kept")
    Kept kept(@AuthenticationPrincipal CurrentPerson person) {
        return new Kept(keepLessons, person.id());
    }

    /** The lessons that the person at the browser keeps, read when the first one is shown. */
    static final class Kept {

        private final KeepLessons keepLessons;
        private final PersonId person;
        private @Nullable Set<String> topics;

        Kept(KeepLessons keepLessons, PersonId person) {
            this.keepLessons = keepLessons;
            this.person = person;
        }

        /** Whether it can be kept: that of an older content may be gone. */
        public boolean offers(String topic) {
            return keepLessons.has(topic);
        }

        public boolean has(String topic) {
            Set<String> known = topics == null ? keepLessons.topics(person) : topics;
            topics = known;
            return known.contains(topic);
        }
    }
}
