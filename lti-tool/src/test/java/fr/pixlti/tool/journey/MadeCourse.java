package fr.pixlti.tool.journey;

import fr.pixlti.tool.assessment.AssessmentApi;
import fr.pixlti.tool.assessment.AssessmentId;
import fr.pixlti.tool.assessment.Subject;
import fr.pixlti.tool.campaign.domain.Campaign;
import fr.pixlti.tool.campaign.domain.Campaign.Kind;
import fr.pixlti.tool.campaign.domain.CampaignSettings;
import fr.pixlti.tool.campaign.domain.CampaignTarget;
import fr.pixlti.tool.campaign.domain.Campaigns;
import fr.pixlti.tool.campaign.domain.Campaigns.Newcomer;
import fr.pixlti.tool.campaign.domain.MadeCampaigns;
import fr.pixlti.tool.campaign.domain.Participation;
import fr.pixlti.tool.campaign.domain.Participation.Sent;
import fr.pixlti.tool.campaign.domain.ReckonResults;
import fr.pixlti.tool.campaign.domain.Sendings;
import fr.pixlti.tool.campaign.domain.Sendings.ProfileLevel;
import fr.pixlti.tool.campaign.domain.Sendings.Sending;
import fr.pixlti.tool.campaign.domain.results.BadgeResult;
import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.TargetProfile.Badge;
import fr.pixlti.tool.content.TargetProfile.CappedTopic;
import fr.pixlti.tool.content.TargetProfile.Criterion;
import fr.pixlti.tool.content.TargetProfile.Stage;
import fr.pixlti.tool.content.Words;
import fr.pixlti.tool.demo.domain.Activity;
import fr.pixlti.tool.demo.domain.Person;
import fr.pixlti.tool.demo.wire.IdTokens;
import fr.pixlti.tool.people.PeopleApi;
import fr.pixlti.tool.shared.Ids;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import fr.pixlti.tool.testing.Browser;
import fr.pixlti.tool.testing.PlatformDouble;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A course of its own with a teacher, pupils, groups, and campaigns that its teacher made. What was begun and sent is kept by
 * the tool's own use cases.
 */
final class MadeCourse {

    /** The 21st in Paris, still the 20th in UTC. */
    static final Instant SENT = Instant.parse("2026-11-20T23:05:00Z");
    static final Instant BEGUN = Instant.parse("2026-11-03T08:00:00Z");
    /** Ten skills: seven of competence 1.1 (levels 1 to 3, and 1 to 4), three of 2.1 (levels 2 to 4). */
    static final List<CappedTopic> TOPICS = List.of(new CappedTopic("adresses-web", 3),
            new CappedTopic("mots-cles", 4), new CappedTopic("courriel-destinataires", 4));
    static final Words ADDRESSES = new Words(Map.of("fr", "Adresses", "en", "Addresses"));
    static final Words ENOUGH = new Words(Map.of("fr", "60 %", "en", "60%"));
    static final CampaignTarget TARGET = new CampaignTarget(TOPICS,
            List.of(new Stage(0, null), new Stage(21, null), new Stage(51, null), new Stage(81, null)),
            List.of(new Badge("addresses", ADDRESSES, ADDRESSES, null,
                    List.of(new Criterion(100, List.of(new CappedTopic("adresses-web", 3))))),
                    new Badge("enough", ENOUGH, ENOUGH, null, List.of(new Criterion(60, List.of())))),
            true);

    private final PlatformDouble lms;
    private final Tool tool;
    private final String context = UUID.randomUUID().toString();
    private final Activity activity;
    private final Map<PersonId, Person> pupils = new HashMap<>();
    private final Visit teacher;
    private final UUID id;

    MadeCourse(PlatformDouble lms, Tool tool) {
        this.lms = lms;
        this.tool = tool;
        this.activity = lms.addActivity("Rechercher", Map.of("pixlti_target", "competence:1.1"), "1");
        this.teacher = visit(lms.teacher(), "Prof", "Paul");
        this.id = ask(db -> db.fetchSingle("select id from people_course where context_id = ?", context)
                .get(0, UUID.class));
    }

    Visit teacher() {
        return teacher;
    }

    /** The teacher, as somebody who tries a campaign. */
    PersonId teachingPerson() {
        return person(lms.teacher());
    }

    /** A pupil at the activity again, with a session that lasts. */
    Visit visit(PersonId pupil, String family, String given) {
        return visit(Objects.requireNonNull(pupils.get(pupil)), family, given);
    }

    /** A teacher of another course. */
    Visit stranger() {
        Browser away = Browser.framed();
        return Visit.of(away, lms.launch(away, lms.teacher(), activity).claims(claims -> {
            claims.put("sub", "prof-" + context);
            claims.put(IdTokens.LTI + "context", Map.of("id", "other-" + context, "title", "Ailleurs"));
            claims.put(IdTokens.LTI + "resource_link", Map.of("id", "other-" + activity.id()));
            claims.remove(IdTokens.AGS);
        }));
    }

    PersonId come(String family, String given) {
        Person pupil = lms.addPupil();
        visit(pupil, family, given);
        PersonId id = person(pupil);
        pupils.put(id, pupil);
        return id;
    }

    Visit visit(Person person, String family, String given) {
        Browser browser = Browser.framed();
        return Visit.of(browser, lms.launch(browser, person, activity).claims(claims -> {
            claims.put("family_name", family);
            claims.put("given_name", given);
            claims.put("name", given + " " + family);
            claims.put(IdTokens.LTI + "context", Map.of("id", context, "title", "Technologie"));
            claims.put(IdTokens.LTI + "launch_presentation", Map.of("locale", "fr", "document_target", "iframe"));
            claims.remove(IdTokens.AGS);
        }));
    }

    PersonId person(Person person) {
        return new PersonId(ask(db -> db.fetchSingle("select person_id from people_identity where subject = ?",
                person.id()).get(0, UUID.class)));
    }

    UUID group(String name, PersonId... members) {
        UUID group = UUID.randomUUID();
        tool.bean(Transactions.class).run(() -> {
            DSLContext db = tool.bean(DSLContext.class);
            db.execute("insert into people_group (id, course_id, name, created_at) values (?, ?, ?, utc_timestamp())",
                    group, id, name);
            for (PersonId member : members) {
                db.execute("insert into people_group_member (group_id, person_id, of_platform) values (?, ?, false)",
                        group, member.value());
            }
        });
        return group;
    }

    UUID campaign(Kind kind, @Nullable CampaignTarget target) {
        UUID campaign = tool.bean(Ids.class).next();
        String code = campaign.toString().replaceAll("[^a-f]", "").toUpperCase(Locale.ROOT).concat("ABCDEF")
                .substring(0, 6) + "%03d".formatted(Math.floorMod(campaign.hashCode(), 1000));
        tool.bean(Transactions.class)
                .run(() -> tool.bean(MadeCampaigns.class).add(new Campaign(campaign, kind, null, List.of(), id, null),
                        new CampaignSettings("Essai", code, null, target, "", "", false, "N° d'élève",
                                teachingPerson(), BEGUN, null, 0)));
        return campaign;
    }

    String code(UUID campaign) {
        return tool.bean(Transactions.class).call(() -> tool.bean(MadeCampaigns.class).settings(campaign)).orElseThrow()
                .code();
    }

    UUID participation(UUID campaign, PersonId person, boolean trial, boolean complete) {
        String name = tool.bean(PeopleApi.class).sortNames(List.of(person)).getOrDefault(person, "");
        return tool.bean(Transactions.class).call(() -> tool.bean(Campaigns.class).participation(campaign, person,
                new Newcomer(name, trial, complete), BEGUN));
    }

    void begin(UUID campaign, UUID participation, PersonId person) {
        AssessmentApi assessments = tool.bean(AssessmentApi.class);
        tool.bean(Transactions.class).run(() -> {
            AssessmentId test = assessments.nextId();
            tool.bean(Campaigns.class).began(participation, null, test.value());
            assessments.start(test, person, new Subject.Path(campaign, TOPICS, false),
                    "/participations/" + participation,
                    false);
        });
    }

    /** Ids of skills, each said by its topic and level. */
    Set<String> skills(String said) {
        ContentRelease release = tool.bean(ContentApi.class).current();
        return Stream.of(said.split(" "))
                .map(each -> release.topic(each.substring(0, each.length() - 1)).skills().stream()
                        .filter(skill -> each.endsWith(Integer.toString(skill.level()))).findFirst().orElseThrow().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    void known(PersonId person, String said) {
        tool.bean(Transactions.class).run(() -> {
            for (String skill : skills(said)) {
                tool.bean(DSLContext.class).execute("""
                        insert into assessment_knowledge
                          (person_id, competence, skill, status, source, assessment_id, created_at)
                        values (?, ?, ?, 'INVALIDATED', 'DIRECT', ?, '2026-11-03')""", person.value(),
                        tool.bean(ContentApi.class).current().skill(skill).competence(), skill, UUID.randomUUID());
            }
        });
    }

    void send(UUID campaign, PersonId person, Set<String> validated) {
        UUID id = participation(campaign, person, false, true);
        ReckonResults.Result result = tool.bean(ReckonResults.class).of(Objects.requireNonNull(
                tool.bean(Transactions.class).call(() -> tool.bean(MadeCampaigns.class).settings(campaign))
                        .orElseThrow().target()),
                validated, Set.of());
        keep(id, new Sending(
                new Sent(SENT, 1, result.percent(), validated.size(),
                        result.stage().map(found -> found.stars()).orElse(null),
                        null, "+33"),
                UUID.randomUUID(), result.release(), validated, Set.of(), result.outcome(),
                result.badges().stream().filter(BadgeResult::obtained).map(badge -> badge.badge().key()).toList(),
                List.of(), null));
    }

    /** Every competence of the CRCN, those not named at level 0; 8 pix a level. */
    void sendProfile(UUID campaign, PersonId person, Map<String, Integer> levels) {
        UUID id = participation(campaign, person, false, true);
        List<ProfileLevel> all = new ArrayList<>();
        tool.bean(ContentApi.class).current().frameworks().stream().filter(one -> one.id().equals("crcn"))
                .flatMap(one -> one.areas().stream()).flatMap(area -> area.competences().stream())
                .forEach(competence -> {
                    int level = levels.getOrDefault(competence.code(), 0);
                    all.add(new ProfileLevel(competence.code(), level, 8 * level));
                });
        keep(id, new Sending(
                new Sent(SENT, 1, null, null, null, (int) levels.values().stream().filter(level -> level > 0).count(),
                        "+33"),
                null, "release", Set.of(), Set.of(), null, List.of(), all,
                all.stream().mapToInt(ProfileLevel::pix).sum()));
    }

    void keep(UUID participation, Sending sending) {
        tool.bean(Transactions.class).run(() -> {
            Sendings sendings = tool.bean(Sendings.class);
            Participation before = sendings.lock(participation).orElseThrow();
            sendings.add(before, sending);
        });
    }

    <T> T ask(Function<DSLContext, T> question) {
        return tool.bean(Transactions.class).call(() -> question.apply(tool.bean(DSLContext.class)));
    }
}
