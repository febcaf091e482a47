package fr.pixlti.tool.campaign.web;

import fr.pixlti.tool.campaign.domain.Participation;
import fr.pixlti.tool.campaign.domain.Participation.Sent;
import fr.pixlti.tool.campaign.domain.Sendings.Past;
import fr.pixlti.tool.campaign.domain.follow.CompetenceSum;
import fr.pixlti.tool.campaign.domain.follow.Followed;
import fr.pixlti.tool.campaign.domain.follow.Participant;
import fr.pixlti.tool.campaign.domain.follow.ReadParticipant;
import fr.pixlti.tool.campaign.domain.follow.ReadParticipant.One;
import fr.pixlti.tool.campaign.domain.follow.ReadParticipant.Results;
import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.people.PersonName;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One participant as a teacher sees them. Before the first sending there is no result at all.
 *
 * @param idLabel what pupils are asked to give, absent when nothing
 * @param progress of the first test, absent once it is completed and in a collection
 * @param result absent before the first sending
 */
record ParticipantPage(MadeHead head, UUID id, PersonName name, boolean present, String state, Instant startedAt,
        @Nullable Instant completedAt, @Nullable String idLabel, @Nullable Instant reminded, boolean mayRemind,
        boolean collection, ReadParticipant.@Nullable Progress progress, @Nullable Result result) {

    /** Length of the bar of progress, 0 to 100. */
    public double length() {
        return progress == null ? 0 : Chart.length(progress.assessed(), progress.skills());
    }

    /**
     * @param mastery percent; absent in a collection
     * @param skills targeted, 0 in a collection
     * @param stars absent without stars
     * @param badges every badge of the campaign
     * @param pix of the profile, absent where it is no collection
     * @param certifiable number of competences at level 1 or above, absent where it is no collection
     * @param reviewPath where the answers that were sent can be read, absent in a collection and while others are given
     * @param earlier sendings before the last one, the newest first
     */
    record Result(Instant sentAt, @Nullable String externalId, @Nullable Integer mastery, long validated, long assessed,
            long skills, @Nullable Stars stars, List<BadgeLine> badges, List<CompetenceLine> competences,
            @Nullable Integer pix, @Nullable Integer certifiable, boolean enough, List<Past> earlier,
            List<NeedView> needs, @Nullable String reviewPath) {

        /** Stars of an earlier sending, absent without stars. */
        public @Nullable Stars starsOf(Past sending) {
            Integer stage = sending.stage();
            return stars == null || stage == null ? null : new Stars(stage, stars.of());
        }
    }

    record BadgeLine(String title, boolean obtained) {}

    static ParticipantPage of(One read, int certifiableFrom, int maxLevel, ContentRelease release, Instant now,
            Locale locale) {
        Followed followed = read.followed();
        Participant each = read.participant();
        Participation participation = each.participation();
        return new ParticipantPage(MadeHead.of(followed.made(), MadeHead.Tab.PARTICIPANTS), participation.id(),
                each.name(), each.present(), participation.status().name(), participation.startedAt(),
                participation.completedAt(), followed.settings().externalIdLabel(), each.reminded(),
                ParticipantsPage.mayRemind(each, followed, LocalDate.ofInstant(now, ZoneOffset.UTC)),
                followed.collection(), read.progress(), result(read, certifiableFrom, maxLevel, release, locale));
    }

    private static @Nullable Result result(One read, int certifiableFrom, int maxLevel, ContentRelease release,
            Locale locale) {
        Participation participation = read.participant().participation();
        Sent sent = participation.sent();
        Results results = read.results();
        if (sent == null || results == null) {
            return null;
        }
        Followed followed = read.followed();
        Integer stage = sent.stage();
        Integer certifiable = sent.certifiableCompetences();
        List<CompetenceSum> sums = results.competences();
        return new Result(sent.at(), sent.externalId(), sent.mastery(), sum(sums, CompetenceSum::validated),
                sum(sums, CompetenceSum::assessed), sum(sums, CompetenceSum::skills),
                stage == null || followed.stars() == 0 ? null : new Stars(stage, followed.stars()),
                followed.badges().stream()
                        .map(badge -> new BadgeLine(badge.title().in(locale),
                                read.participant().badges().contains(badge.key())))
                        .toList(),
                CompetenceLine.of(sums, maxLevel, release, locale), followed.collection() ? participation.pix() : null,
                certifiable, certifiable != null && certifiable >= certifiableFrom,
                results.sendings().stream().skip(1).toList(),
                NeedView.of(followed.campaign().id(), results.needs(), release, locale), review(participation));
    }

    private static @Nullable String review(Participation participation) {
        UUID test = participation.assessmentId();
        return test != null && participation.shows(test) ? "/assessments/" + test + "/review" : null;
    }

    private static long sum(List<CompetenceSum> sums, java.util.function.ToLongFunction<CompetenceSum> what) {
        return sums.stream().mapToLong(what).sum();
    }
}
