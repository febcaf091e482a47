package fr.pixlti.tool.campaign.web;

import fr.pixlti.tool.assessment.AssessmentSettings;
import fr.pixlti.tool.campaign.domain.follow.ReadAnalysis;
import fr.pixlti.tool.campaign.domain.follow.ReadParticipant;
import fr.pixlti.tool.campaign.domain.follow.ReadParticipants;
import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.shared.CurrentPerson;
import fr.pixlti.tool.shared.ToolSettings;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Who takes part in a campaign that a teacher made, and what they are to work on. For teachers of its course. */
@Controller
class FollowController {

    private final ReadParticipants participants;
    private final ReadParticipant participant;
    private final ReadAnalysis analysis;
    private final AssessmentSettings assessments;
    private final ContentApi content;
    private final ToolSettings settings;
    private final Clock clock;

    FollowController(ReadParticipants participants, ReadParticipant participant, ReadAnalysis analysis,
            AssessmentSettings assessments, ContentApi content, ToolSettings settings, Clock clock) {
        this.participants = participants;
        this.participant = participant;
        this.analysis = analysis;
        this.assessments = assessments;
        this.content = content;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/campaigns/{id}/participants")
    String participants(@PathVariable UUID id, ParticipantsForm form,
            @RequestParam(required = false) @Nullable Integer reminded,
            @AuthenticationPrincipal CurrentPerson person, Locale locale, Model model) {
        ReadParticipants.Listing listing = participants.of(id, form.filter(), form.number(), form.everybodyAbsent(),
                person.id());
        model.addAttribute("page",
                ParticipantsPage.of(listing, form, rules().certifiable().competences(), clock.instant(), locale));
        model.addAttribute("reminded", reminded);
        model.addAttribute("link", settings.url("/campaigns/" + listing.followed().settings().code()));
        return "campaign/participants";
    }

    @GetMapping("/campaigns/{id}/participants/{participation}")
    String participant(@PathVariable UUID id, @PathVariable UUID participation,
            @RequestParam(required = false) @Nullable Integer reminded,
            @AuthenticationPrincipal CurrentPerson person, Locale locale, Model model) {
        model.addAttribute("page", ParticipantPage.of(participant.of(id, participation, person.id()),
                rules().certifiable().competences(), rules().maxLevel(), content.current(), clock.instant(), locale));
        model.addAttribute("reminded", reminded);
        return "campaign/participant";
    }

    @GetMapping("/campaigns/{id}/analysis")
    String analysis(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID group,
            @AuthenticationPrincipal CurrentPerson person, Locale locale, Model model) {
        model.addAttribute("page",
                AnalysisPage.of(analysis.of(id, group, person.id()), group, content.current(), locale));
        return "campaign/analysis";
    }

    @GetMapping("/campaigns/{id}/lessons/{topic}")
    String lesson(@PathVariable UUID id, @PathVariable String topic, @AuthenticationPrincipal CurrentPerson person,
            Model model) {
        ReadAnalysis.Lesson lesson = analysis.lesson(id, topic, person.id());
        model.addAttribute("campaign", id);
        model.addAttribute("topic", lesson.topic());
        return "campaign/lesson";
    }

    private AssessmentSettings.Rules rules() {
        return assessments.at(clock.instant());
    }
}
