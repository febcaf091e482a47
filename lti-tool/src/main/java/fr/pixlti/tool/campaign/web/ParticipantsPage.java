package fr.pixlti.tool.campaign.web;

import fr.pixlti.tool.campaign.domain.Participation;
import fr.pixlti.tool.campaign.domain.Participation.Sent;
import fr.pixlti.tool.campaign.domain.Participation.Status;
import fr.pixlti.tool.campaign.domain.follow.Followed;
import fr.pixlti.tool.campaign.domain.follow.Participant;
import fr.pixlti.tool.campaign.domain.follow.ParticipantFilter.Order;
import fr.pixlti.tool.campaign.domain.follow.ReadParticipants;
import fr.pixlti.tool.campaign.domain.follow.ReadParticipants.Listing;
import fr.pixlti.tool.people.PersonName;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The table of those who take part.
 *
 * @param title as pupils know the campaign
 * @param stars the most that can be reached, 0 without stars
 * @param badges titles by key, in the order to show
 * @param idLabel what pupils are asked to give, absent when nothing
 * @param count how many the filters leave
 * @param first number of the first one shown, from 1
 * @param previous path of the page before, absent on the first
 * @param next path of the page after, absent on the last
 * @param awaited how many have begun and not sent
 * @param absent learners who have not begun
 * @param allAbsent path of the page with all of them, absent when all are named
 */
record ParticipantsPage(MadeHead head, String title, boolean collection, int stars, Map<String, String> badges,
        List<FollowPages.Group> groups, @Nullable String idLabel, ParticipantsForm form, boolean limited,
        List<Row> rows, int count, int first, @Nullable String previous, @Nullable String next, int awaited,
        int absent, List<PersonName> absentNames, @Nullable String allAbsent) {

    /**
     * @param left whether they were in the course and are no longer
     * @param mastery percent; absent before sending and in a collection
     * @param stars absent before sending and without stars
     * @param badges titles of those obtained
     * @param pix of a profile sent
     * @param mayRemind whether the result is awaited and nobody asked for it today
     */
    record Row(UUID id, PersonName name, boolean left, String state, @Nullable Integer mastery,
            @Nullable Stars stars, @Nullable Instant sentAt, @Nullable String externalId, List<String> badges,
            @Nullable Integer pix, boolean certifiable, @Nullable Integer certifiableCompetences,
            @Nullable Instant reminded, boolean mayRemind) {

        private static final DateTimeFormatter MINUTE = DateTimeFormatter
                .ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT)
                .withZone(ZoneOffset.UTC);

        /** Class of the state's tag. */
        public String tag() {
            return state.equals("SENT") ? "tag-good" : state.equals("COMPLETED") ? "tag-wait" : "tag-plain";
        }

        /** When it was sent, for a browser that does not tell it in its own time; empty when it was not. */
        public String sentInUtc() {
            return sentAt == null ? "" : MINUTE.format(sentAt);
        }
    }

    static ParticipantsPage of(Listing read, ParticipantsForm form, int certifiableFrom, Instant now, Locale locale) {
        Followed followed = read.followed();
        UUID id = followed.campaign().id();
        Map<String, String> badges = new LinkedHashMap<>();
        followed.badges().forEach(badge -> badges.put(badge.key(), badge.title().in(locale)));
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        List<Row> rows = read.rows().stream().map(each -> row(each, followed, badges, certifiableFrom, today)).toList();
        return new ParticipantsPage(MadeHead.of(followed.made(), MadeHead.Tab.PARTICIPANTS),
                title(followed), followed.collection(),
                followed.stars(), badges, FollowPages.groups(read.groups()), followed.settings().externalIdLabel(),
                form,
                form.filter().limits(), rows, read.count(), read.page() * ReadParticipants.PAGE + 1,
                read.page() == 0 ? null : path(form.address(id), "page", read.page() - 1),
                read.page() + 1 >= read.pages() ? null : path(form.address(id), "page", read.page() + 1),
                read.received().started() + read.received().completed(), read.absent(), read.absentNames(),
                read.absentNames().size() == read.absent() ? null : path(form.address(id), "absent", true));
    }

    private static String title(Followed followed) {
        String title = followed.campaign().title();
        return title == null ? followed.settings().name() : title;
    }

    private static String path(UriComponentsBuilder address, String name, Object value) {
        return address.queryParam(name, value).encode().build().toUriString();
    }

    private static Row row(Participant each, Followed followed, Map<String, String> titles, int certifiableFrom,
            LocalDate today) {
        Participation participation = each.participation();
        Sent sent = participation.sent();
        Integer stage = sent == null ? null : sent.stage();
        Integer certifiable = sent == null ? null : sent.certifiableCompetences();
        return new Row(participation.id(), each.name(), each.left(), participation.status().name(),
                sent == null ? null : sent.mastery(),
                stage == null || followed.stars() == 0 ? null : new Stars(stage, followed.stars()),
                sent == null ? null : sent.at(), sent == null ? null : sent.externalId(),
                each.badges().stream().map(key -> titles.getOrDefault(key, key)).toList(),
                sent == null ? null : participation.pix(), certifiable != null && certifiable >= certifiableFrom,
                certifiable, each.reminded(), mayRemind(each, followed, today));
    }

    static boolean mayRemind(Participant each, Followed followed, LocalDate today) {
        Instant asked = each.reminded();
        return each.participation().status() != Status.SENT && !followed.settings().archived()
                && (asked == null || LocalDate.ofInstant(asked, ZoneOffset.UTC).isBefore(today));
    }

    /** Number of the last one shown. */
    public int last() {
        return first + rows.size() - 1;
    }

    /** The orders to choose from. */
    public Order[] orders() {
        return Order.values();
    }

    /** The states to choose from. */
    public Status[] states() {
        return Status.values();
    }
}
