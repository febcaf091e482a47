package fr.pixlti.tool.gradebook;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static fr.pixlti.schema.Tables.LTI_DEPLOYMENT;
import static fr.pixlti.schema.Tables.LTI_RESOURCE_LINK;
import static fr.pixlti.schema.Tables.PEOPLE_IDENTITY;
import static fr.pixlti.schema.Tables.PEOPLE_PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import fr.pixlti.tool.campaign.events.ParticipationScored;
import fr.pixlti.tool.gradebook.ScoreService.Taken;
import fr.pixlti.tool.lti.spi.ScoreReturns;
import fr.pixlti.tool.lti.spi.ScoreReturns.State;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import fr.pixlti.tool.testing.ToolTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole way of a score, over HTTP, to a platform that is in trouble most of the time. */
@ToolTest
class ScoresOverHttpIT {

    private static final ScoreService SERVICE = new ScoreService();
    private static final WireMockServer PLATFORM = new WireMockServer(
            options().dynamicPort().bindAddress("127.0.0.1").extensions(SERVICE));

    @Autowired
    private DSLContext sql;
    @Autowired
    private Transactions transactions;
    @Autowired
    private ApplicationEventPublisher events;
    @Autowired
    private ScoreReturns returns;

    @DynamicPropertySource
    static void platform(DynamicPropertyRegistry settings) {
        PLATFORM.start();
        PLATFORM.stubFor(any(anyUrl()).willReturn(aResponse().withTransformers(ScoreService.NAME)));
        String platform = "pixlti.lti.platforms[0].";
        settings.add(platform + "name", () -> "Lycée");
        settings.add(platform + "issuer", PLATFORM::baseUrl);
        settings.add(platform + "client-id", () -> "client");
        settings.add(platform + "deployment-ids[0]", () -> "1");
        settings.add(platform + "authentication-request-url", () -> PLATFORM.url("/auth"));
        settings.add(platform + "access-token-url", () -> PLATFORM.url("/token"));
        settings.add(platform + "key-set-url", () -> PLATFORM.url("/certs"));
        settings.add(platform + "allow-private-addresses", () -> "true");
        settings.add("pixlti.gradebook.first-retry", () -> "50ms");
        settings.add("pixlti.gradebook.max-retry", () -> "1s");
        settings.add("pixlti.gradebook.max-pause", () -> "200ms");
        settings.add("pixlti.jobs.polling-interval", () -> "50ms");
    }

    @AfterAll
    static void stopPlatform() {
        PLATFORM.stop();
    }

    @Test
    void scores_arrive_once_each_through_lost_answers_refused_tokens_and_errors() {
        UUID link = link();
        List<PersonId> pupils = Stream.generate(this::pupil).limit(40).toList();
        for (int value = 8; value <= 16; value += 8) {
            for (PersonId pupil : pupils) {
                score(link, pupil, value);
            }
        }
        await().atMost(Duration.ofSeconds(90)).until(() -> returns.ofLink(link).values().stream()
                .allMatch(score -> score.state() == State.SENT && score.given().intValue() == 16));
        assertThat(returns.ofLink(link)).containsOnlyKeys(pupils);
        for (PersonId pupil : pupils) {
            List<Taken> taken = SERVICE.taken(pupil.toString());
            assertThat(taken).extracting(score -> score.given().intValue()).isSorted().doesNotHaveDuplicates()
                    .endsWith(16);
            assertThat(taken).extracting(Taken::timestamp).isSorted().doesNotHaveDuplicates();
        }
        assertThat(SERVICE.mostAtOnce()).isEqualTo(1);
        assertThat(SERVICE.troubles()).isGreaterThan(40);
    }

    private void score(UUID link, PersonId pupil, int value) {
        transactions.run(() -> events.publishEvent(new ParticipationScored(UUID.randomUUID(), link, pupil,
                BigDecimal.valueOf(value), BigDecimal.valueOf(56), null, Instant.now(),
                "competence:1.1", List.of())));
    }

    private UUID link() {
        UUID id = UUID.randomUUID();
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
        transactions.run(() -> sql.insertInto(LTI_RESOURCE_LINK).set(LTI_RESOURCE_LINK.ID, id)
                .set(LTI_RESOURCE_LINK.DEPLOYMENT_ID, deployment()).set(LTI_RESOURCE_LINK.RESOURCE_LINK_ID, "7")
                .set(LTI_RESOURCE_LINK.LINE_ITEM_URL, PLATFORM.url("/3/lineitems/7/lineitem?type_id=1"))
                .set(LTI_RESOURCE_LINK.AGS_SCOPES, "https://purl.imsglobal.org/spec/lti-ags/scope/score"
                        + " https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly")
                .set(LTI_RESOURCE_LINK.CREATED_AT, now).set(LTI_RESOURCE_LINK.UPDATED_AT, now).execute());
        return id;
    }

    private UUID deployment() {
        return sql.select(LTI_DEPLOYMENT.ID).from(LTI_DEPLOYMENT).fetchOptional(LTI_DEPLOYMENT.ID)
                .orElseThrow();
    }

    /** The platform knows the pupil by the same id. */
    private PersonId pupil() {
        PersonId pupil = new PersonId(UUID.randomUUID());
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
        transactions.run(() -> {
            UUID platform = sql.select(LTI_DEPLOYMENT.PLATFORM_ID).from(LTI_DEPLOYMENT)
                    .fetchOptional(LTI_DEPLOYMENT.PLATFORM_ID).orElseThrow();
            sql.insertInto(PEOPLE_PERSON).set(PEOPLE_PERSON.ID, pupil.value()).set(PEOPLE_PERSON.CREATED_AT, now)
                    .set(PEOPLE_PERSON.UPDATED_AT, now).execute();
            sql.insertInto(PEOPLE_IDENTITY).set(PEOPLE_IDENTITY.SOURCE, "lti:" + platform)
                    .set(PEOPLE_IDENTITY.SUBJECT, pupil.toString()).set(PEOPLE_IDENTITY.PERSON_ID, pupil.value())
                    .set(PEOPLE_IDENTITY.CREATED_AT, now).execute();
        });
        return pupil;
    }
}
