package fr.pixlti.tool.campaign.domain.follow;

import fr.pixlti.tool.campaign.domain.Campaign.Kind;
import fr.pixlti.tool.campaign.domain.CampaignTarget;
import fr.pixlti.tool.campaign.domain.MadeCampaigns;
import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.content.TargetProfile.Badge;
import fr.pixlti.tool.content.TargetProfile.CappedTopic;
import fr.pixlti.tool.content.TargetProfile.Stage;
import fr.pixlti.tool.content.Topic;
import fr.pixlti.tool.content.Words;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import fr.pixlti.tool.testing.CourseRows;
import fr.pixlti.tool.testing.SentRows;
import fr.pixlti.tool.testing.ToolTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A course and a campaign of which three have sent, one has finished, one is under way, one never came, a teacher tried. */
@ToolTest
abstract class FollowedCourse {

    @Autowired
    DSLContext database;
    @Autowired
    Transactions transactions;
    @Autowired
    MadeCampaigns made;
    @Autowired
    ContentApi content;
    @Autowired
    ReadParticipants readParticipants;
    @Autowired
    ReadParticipant readParticipant;
    @Autowired
    ReadCollective readCollective;
    @Autowired
    ReadAnalysis readAnalysis;
    @Autowired
    AskForResults askForResults;
    @Autowired
    Reminders reminders;

    CourseRows course;
    PersonId teacher;
    PersonId ada;
    PersonId dan;
    SentRows rows;
    CampaignTarget target;
    UUID adasPart;
    UUID bobsPart;
    UUID dansPart;
    UUID evesPart;
    UUID group;
    String first;
    String second;
    String third;

    @BeforeEach
    void fill() {
        course = new CourseRows(database, transactions);
        teacher = course.teacher("Tina", "Prof");
        ada = course.learner("Ada", "Lovelace");
        PersonId bob = course.learner("Bob", "de Évry");
        PersonId zoe = course.learner("Zoé", "Évrard");
        dan = course.learner("Dan", "Martin");
        PersonId eve = course.learner("Ève", "Aubry");
        PersonId fay = course.learner("Fay", "Zola");
        group = course.group("3A", ada, dan, fay);
        course.leave(bob);
        List<Topic> search = content.current().topicsOf("1.1");
        first = search.get(0).id();
        second = search.get(1).id();
        third = content.current().topicsOf("4.2").getFirst().id();
        target = new CampaignTarget(
                List.of(new CappedTopic(first, 5), new CappedTopic(second, 4), new CappedTopic(third, 3)),
                List.of(new Stage(0, null), new Stage(21, null), new Stage(51, null), new Stage(81, null)),
                List.of(new Badge("web", words("Le web"), words("Bravo"), null, List.of())), false);
        rows = new SentRows(database, transactions, made, Kind.ASSESSMENT, course.id(), teacher, "Bilan", target);
        // Validated skills: of 14 in 1.1 and 6 in 4.2. Ada 13 + 4 = 17 (85 %), Bob 7 + 1 (40 %), Zoé 1 + 0 (5 %).
        adasPart = rows.sent(ada, "lovelace ada", "2026-11-02 10:00:00", 85, 17, 3);
        bobsPart = rows.sent(bob, "de evry bob", "2026-11-02 11:00:00", 40, 8, 1);
        UUID zoes = rows.sent(zoe, "evrard zoe", "2026-11-04 10:00:00", 5, 1, 0);
        result(adasPart, 13, 4, 9000, 5, 7600, 4, 2600, 2);
        result(bobsPart, 7, 1, 5000, 3, 7400, 4, 2400, 1);
        result(zoes, 1, 0, 1000, 1, 7600, 3, 2500, 0);
        rows.badge(adasPart, "web");
        dansPart = rows.unsent(dan, "martin dan", "STARTED");
        evesPart = rows.unsent(eve, "aubry eve", "COMPLETED");
        // The teacher tried it and sent a perfect result, which counts nowhere.
        UUID trial = rows.sent(teacher, "prof tina", "2026-11-05 10:00:00", 100, 20, 3);
        result(trial, 14, 6, 10_000, 5, 10_000, 4, 10_000, 3);
        rows.badge(trial, "web");
        rows.trial(trial);
    }

    void result(UUID participation, int validated11, int validated42, int... topics) {
        rows.competence(participation, "1.1", 14, validated11);
        rows.competence(participation, "4.2", 6, validated42);
        rows.topic(participation, first, validated11, topics[1], topics[0]);
        rows.topic(participation, second, validated11, topics[3], topics[2]);
        rows.topic(participation, third, validated42, topics[5], topics[4]);
    }

    static Words words(String text) {
        return new Words(Map.of("fr", text));
    }
}
