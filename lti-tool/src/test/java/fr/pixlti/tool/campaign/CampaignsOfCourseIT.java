package fr.pixlti.tool.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pixlti.tool.campaign.domain.Campaign;
import fr.pixlti.tool.campaign.domain.CampaignCodes;
import fr.pixlti.tool.campaign.domain.CampaignTarget;
import fr.pixlti.tool.campaign.domain.MadeCampaigns;
import fr.pixlti.tool.campaign.domain.MadeCampaigns.Sort;
import fr.pixlti.tool.campaign.domain.MadeCampaigns.Wanted;
import fr.pixlti.tool.campaign.domain.ReadMadeCampaign;
import fr.pixlti.tool.campaign.domain.made.CampaignDraft;
import fr.pixlti.tool.campaign.domain.made.CreateCampaign;
import fr.pixlti.tool.campaign.domain.made.CreateCampaign.Outcome;
import fr.pixlti.tool.campaign.domain.made.JoinCampaign;
import fr.pixlti.tool.campaign.domain.made.ListCampaigns;
import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.content.TargetProfile;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import fr.pixlti.tool.testing.ToolTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** Campaigns of a course on a real MariaDB: who may make and join them, what the list counts. */
@ToolTest
@Import(CampaignsOfCourseIT.Dice.class)
class CampaignsOfCourseIT {

    @Autowired
    CreateCampaign createCampaign;
    @Autowired
    ListCampaigns listCampaigns;
    @Autowired
    ReadMadeCampaign readMadeCampaign;
    @Autowired
    JoinCampaign joinCampaign;
    @Autowired
    MadeCampaigns made;
    @Autowired
    LoadedCodes codes;
    @Autowired
    ContentApi content;
    @Autowired
    DSLContext db;
    @Autowired
    Transactions transactions;

    private final UUID organisation = UUID.randomUUID();
    private final UUID course = UUID.randomUUID();
    private final PersonId teacher = new PersonId(UUID.randomUUID());

    /** Codes that come as they were loaded, then by chance. */
    static class LoadedCodes extends CampaignCodes {

        private final ConcurrentLinkedQueue<String> next = new ConcurrentLinkedQueue<>();

        @Override
        public String next() {
            String loaded = next.poll();
            return loaded == null ? super.next() : loaded;
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Dice {

        @Bean
        @Primary
        LoadedCodes loadedCodes() {
            return new LoadedCodes();
        }
    }

    private void school() {
        run("INSERT INTO people_organisation VALUES (?, ?, 'Lycée', UTC_TIMESTAMP(6))", organisation,
                UUID.randomUUID());
        course(course, organisation);
        person(teacher, "Claire", course, "INSTRUCTOR");
    }

    private void course(UUID id, UUID of) {
        run("INSERT INTO people_course (id, organisation_id, context_id, title, created_at)"
                + " VALUES (?, ?, ?, 'Cours', UTC_TIMESTAMP(6))", id, of, id.toString());
    }

    private PersonId person(PersonId id, String name, UUID where, String role) {
        run("INSERT INTO people_person (id, full_name, created_at, updated_at)"
                + " VALUES (?, ?, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))", id.value(), name);
        run("INSERT INTO people_enrolment (course_id, person_id, role, since) VALUES (?, ?, ?, UTC_TIMESTAMP(6))",
                where, id.value(), role);
        return id;
    }

    private PersonId newPerson(String name, UUID where, String role) {
        return person(new PersonId(UUID.randomUUID()), name, where, role);
    }

    private UUID create(PersonId by, String name) {
        return ((Outcome.Created) createCampaign.handle(createCampaign.nextId(), course, by,
                CampaignDraft.collection(name))).id();
    }

    private String code(UUID campaign) {
        return readMadeCampaign.of(campaign, teacher).settings().code();
    }

    @Test
    void a_campaign_of_a_path_keeps_what_the_path_is() {
        school();
        TargetProfile profile = content.current().targetProfiles().stream().filter(each -> !each.stages().isEmpty())
                .findFirst().orElseThrow();
        UUID id = ((Outcome.Created) createCampaign.handle(createCampaign.nextId(), course, teacher,
                CampaignDraft.ofPath(profile.id(), "Nom"))).id();

        assertThat(readMadeCampaign.of(id, teacher).settings()).satisfies(settings -> {
            assertThat(settings.profile()).isEqualTo(profile.id());
            assertThat(settings.target()).isEqualTo(CampaignTarget.of(profile));
            assertThat(settings.createdBy()).isEqualTo(teacher);
        });
    }

    @Test
    void a_code_that_is_taken_is_drawn_again() {
        school();
        codes.next.addAll(List.of("BCDFGH222", "BCDFGH222", "BCDFGH222", "BCDFGH223"));
        assertThat(code(create(teacher, "Une"))).isEqualTo("BCDFGH222");
        assertThat(code(create(teacher, "Autre"))).isEqualTo("BCDFGH223");
    }

    @Test
    void a_form_sent_many_times_at_once_makes_one_campaign() throws Exception {
        school();
        UUID id = createCampaign.nextId();
        try (ExecutorService clicks = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Outcome>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                all.add(clicks.submit(
                        () -> createCampaign.handle(id, course, teacher, CampaignDraft.collection("Profils"))));
            }
            for (Future<Outcome> each : all) {
                assertThat(each.get()).isEqualTo(new Outcome.Created(id));
            }
        }
        assertThat(listCampaigns.of(course, teacher, Wanted.ACTIVE, 0, Locale.FRENCH).total())
                .as("and the standing one")
                .isEqualTo(2);
    }

    @Test
    void nobody_but_a_teacher_of_the_course_makes_or_sees_campaigns() {
        school();
        UUID other = UUID.randomUUID();
        course(other, organisation);
        UUID campaign = create(teacher, "Profils");
        for (PersonId stranger : List.of(newPerson("Élève", course, "LEARNER"),
                newPerson("Ailleurs", other, "INSTRUCTOR"), new PersonId(UUID.randomUUID()))) {
            refused("campaign.course-unknown", () -> createCampaign.handle(createCampaign.nextId(), course, stranger,
                    CampaignDraft.collection("x")));
            refused("campaign.course-unknown",
                    () -> listCampaigns.of(course, stranger, Wanted.ACTIVE, 0, Locale.FRENCH));
            refused("campaign.not-found", () -> readMadeCampaign.of(campaign, stranger));
        }
        PersonId elsewhere = newPerson("Paul", other, "INSTRUCTOR");
        refused("campaign.not-found", () -> createCampaign.handle(campaign, other, elsewhere,
                CampaignDraft.collection("the id of a neighbour's")));
        assertThat(readMadeCampaign.of(campaign, teacher).campaign().courseId()).isEqualTo(course);
    }

    private static void refused(String code, Runnable what) {
        assertThatThrownBy(what::run).isInstanceOfSatisfying(DomainError.class,
                error -> assertThat(error.code()).isEqualTo(code));
    }

    @Test
    void whoever_is_of_the_school_joins_and_nobody_else() {
        school();
        UUID near = UUID.randomUUID();
        course(near, organisation);
        UUID school = UUID.randomUUID();
        run("INSERT INTO people_organisation VALUES (?, ?, 'Collège', UTC_TIMESTAMP(6))", school, UUID.randomUUID());
        UUID far = UUID.randomUUID();
        course(far, school);
        String code = code(create(teacher, "Profils"));

        assertThat(joinCampaign.byCode(code, newPerson("Léa", near, "LEARNER")))
                .isInstanceOf(JoinCampaign.Outcome.Joined.class);
        assertThat(joinCampaign.byCode(code, newPerson("Max", far, "LEARNER")))
                .isInstanceOf(JoinCampaign.Outcome.Unknown.class);
        PersonId left = newPerson("Zoé", near, "LEARNER");
        run("UPDATE people_enrolment SET left_at = UTC_TIMESTAMP(6) - INTERVAL 13 HOUR WHERE person_id = ?",
                left.value());
        assertThat(joinCampaign.byCode(code, left)).isInstanceOf(JoinCampaign.Outcome.Unknown.class);
    }

    @Test
    void the_list_finds_sorts_and_pages() {
        school();
        PersonId colleague = newPerson("Bruno", course, "INSTRUCTOR");
        assertThat(names(Wanted.ACTIVE)).hasSize(1);
        for (int i = 1; i <= 21; i++) {
            create(teacher, "Bilan %02d".formatted(i));
        }
        UUID theirs = create(colleague, "Épreuve 100 % lycée");

        ListCampaigns.Listing first = listCampaigns.of(course, teacher, Wanted.ACTIVE, 0, Locale.FRENCH);
        assertThat(first.total()).isEqualTo(23);
        assertThat(first.lines()).hasSize(20).first().satisfies(line -> {
            assertThat(line.campaign().id()).isEqualTo(theirs);
            assertThat(line.creator()).isEqualTo("Bruno");
        });
        assertThat(first.more()).isTrue();
        assertThat(first.creators().values()).containsExactly("Bruno", "Claire", "Pix LTI");
        ListCampaigns.Listing last = listCampaigns.of(course, teacher, Wanted.ACTIVE, 99, Locale.FRENCH);
        assertThat(last.page()).isEqualTo(1);
        assertThat(last.lines()).extracting(line -> line.campaign().name()).containsExactly("Bilan 02",
                "Bilan 01", "SOS élève non certifiable");

        assertThat(names(new Wanted("", null, false, Sort.NAME))).startsWith("Bilan 01", "Bilan 02");
        assertThat(names(new Wanted("EPREUVE", null, false, Sort.NAME))).containsExactly("Épreuve 100 % lycée");
        assertThat(names(new Wanted("100 %", null, false, Sort.NAME))).hasSize(1);
        assertThat(names(new Wanted("1%2", null, false, Sort.NAME))).as("no pattern").isEmpty();
        assertThat(names(new Wanted("", colleague, false, Sort.NAME))).hasSize(1);
        assertThat(names(new Wanted("", null, true, Sort.NEWEST))).isEmpty();
    }

    private List<String> names(Wanted wanted) {
        return listCampaigns.of(course, teacher, wanted, 0, Locale.FRENCH).lines().stream()
                .map(line -> line.campaign().name())
                .toList();
    }

    @Test
    void the_standing_campaign_is_there_once_in_each_course_by_itself() throws Exception {
        school();
        try (ExecutorService teachers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<ListCampaigns.Listing>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                all.add(teachers.submit(() -> listCampaigns.of(course, teacher, Wanted.ACTIVE, 0, Locale.FRENCH)));
            }
            for (Future<ListCampaigns.Listing> each : all) {
                assertThat(each.get().lines()).singleElement().satisfies(line -> {
                    assertThat(line.campaign().name()).isEqualTo("SOS élève non certifiable");
                    assertThat(line.campaign().kind()).isEqualTo(Campaign.Kind.COLLECTION);
                });
            }
        }
        UUID near = UUID.randomUUID();
        course(near, organisation);
        PersonId colleague = newPerson("Bruno", near, "INSTRUCTOR");
        UUID theirs = listCampaigns.of(near, colleague, Wanted.ACTIVE, 0, Locale.ENGLISH).lines().getFirst().campaign()
                .id();
        refused("campaign.not-found", () -> readMadeCampaign.of(theirs, teacher));
    }

    @Test
    void participants_and_results_are_counted_without_teachers_who_tried() {
        school();
        UUID campaign = create(teacher, "Profils");
        String code = code(campaign);
        for (int i = 0; i < 3; i++) {
            joinCampaign.byCode(code, newPerson("Élève", course, "LEARNER"));
        }
        run("UPDATE campaign_participation SET status = 'SENT', sent_at = UTC_TIMESTAMP(6), sendings = 1"
                + " WHERE campaign_id = ? LIMIT 2", campaign);
        run("INSERT INTO campaign_participation (id, campaign_id, person_id, status, started_at, trial)"
                + " VALUES (?, ?, ?, 'SENT', UTC_TIMESTAMP(6), TRUE)", UUID.randomUUID(), campaign, teacher.value());

        assertThat(listCampaigns.of(course, teacher, Wanted.ACTIVE, 0, Locale.FRENCH).lines()).last()
                .satisfies(line -> assertThat(line.counts()).isEqualTo(new ReadMadeCampaign.Counts(3, 2)));
        assertThat(readMadeCampaign.of(campaign, teacher).counts()).isEqualTo(new ReadMadeCampaign.Counts(3, 2));
    }

    @Test
    void a_teacher_who_left_the_course_reads_nothing_more() {
        school();
        UUID made = create(teacher, "Profils");
        run("UPDATE people_enrolment SET left_at = UTC_TIMESTAMP(6) - INTERVAL 13 HOUR WHERE course_id = ?", course);
        assertThatThrownBy(() -> readMadeCampaign.of(made, teacher)).hasMessage("campaign.not-found");
    }

    private void run(String sql, Object... values) {
        transactions.run(() -> db.execute(sql, values));
    }
}
