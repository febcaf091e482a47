package fr.pixlti.tool.lti;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.lti.domain.Deployment;
import fr.pixlti.tool.lti.domain.KnownPlatform;
import fr.pixlti.tool.lti.domain.Platform;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operator's pages about platforms and invitations. */
class PlatformPagesTests extends ConsoleTest {

    private static final String NEW = "/admin/platforms/new";
    private static int number;

    private static Map<String, String> form() {
        String issuer = "https://school" + ++number + "-" + System.nanoTime() + ".example";
        return new HashMap<>(Map.of("name", "École <" + number + ">", "issuer", issuer, "clientId", "abc",
                "deploymentIds", "1 2", "authenticationRequestUrl", issuer + "/auth", "accessTokenUrl",
                issuer + "/token", "accessTokenAudience", "", "keySetUrl", issuer + "/jwks", "frameOrigins",
                "https://frames.example\nhttps://more.example"));
    }

    private KnownPlatform added(Map<String, String> form) {
        HttpResponse<String> answer = operate(NEW, NEW, form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return known(form.getOrDefault("issuer", ""), form.getOrDefault("clientId", "")).orElseThrow();
    }

    private KnownPlatform again(KnownPlatform known) {
        return transactions.call(() -> platforms.find(known.platform().id())).orElseThrow();
    }

    @Test
    void a_platform_is_added_by_hand_beside_the_tools_own_addresses() {
        assertThat(look(NEW).body()).contains("https://tool.example/lti/launch", "https://tool.example/lti/login",
                "https://tool.example/.well-known/jwks.json").doesNotContain("??");
        Map<String, String> form = form();
        KnownPlatform known = added(form);
        assertThat(known.source()).isEqualTo(KnownPlatform.Source.MANUAL);
        assertThat(known.platform().approved()).isTrue();
        assertThat(known.platform().frameOrigins()).containsExactly(form.getOrDefault("issuer", ""),
                "https://frames.example",
                "https://more.example");
        assertThat(known.deployments()).extracting(Deployment::deploymentId).containsExactly("1", "2");
        assertThat(known.deployments()).allMatch(Deployment::approved);
        String page = look(page(known.platform().id())).body();
        assertThat(page).contains("École &lt;", form.getOrDefault("issuer", "") + "/jwks", "Autorisée")
                .doesNotContain("??");
        assertThat(look("/admin/platforms").body()).contains("École &lt;", "Déclarée dans les réglages", "jamais")
                .doesNotContain("??");
        assertThat(audit.deeds).containsExactly("OPERATOR lti.platform-added " + form.get("name"));

        HttpResponse<String> twice = operate(NEW, NEW, form);
        assertThat(twice.statusCode()).isEqualTo(400);
        assertThat(twice.body()).contains("existe déjà");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name                     | ''                               | Ce champ est à remplir
            issuer                   | https://lycée.example            | ni d’accent
            clientId                 | ' '                              | Ce champ est à remplir
            keySetUrl                | http://school.example/jwks       | doit commencer par https
            accessTokenUrl           | moodle                           | pas une adresse
            authenticationRequestUrl | https://me@school.example/auth   | pas une adresse
            frameOrigins             | https://school.example/path      | seulement le début
            """)
    void a_wrong_field_is_marked_and_nothing_is_lost(String field, String value, String words) {
        Map<String, String> form = form();
        form.put(field, value);
        HttpResponse<String> page = operate(NEW, NEW, form);
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains(words, "aria-invalid=\"true\"", "id=\"" + field + "-fault\"",
                "value=\"1 2\"");
        assertThat(audit.deeds).isEmpty();
    }

    @Test
    void http_is_for_platforms_that_may_be_private() {
        Map<String, String> form = form();
        form.put("keySetUrl", "http://10.0.0.5/jwks");
        form.put("allowPrivateAddresses", "true");
        assertThat(added(form).platform().allowPrivateAddresses()).isTrue();
    }

    @Test
    void a_correction_is_kept_unless_somebody_else_was_faster() {
        KnownPlatform known = added(form());
        String edit = page(known.platform().id()) + "/edit";
        Map<String, String> change = new HashMap<>(Map.of("name", "Autre nom", "issuer", "https://evil.example",
                "clientId", "evil", "authenticationRequestUrl", "https://other.example/auth", "accessTokenUrl",
                "https://other.example/token", "accessTokenAudience", "https://other.example", "keySetUrl",
                "https://other.example/jwks", "frameOrigins", "", "before", known.updatedAt().toString()));
        assertThat(look(edit).body()).contains("value=\"" + known.updatedAt() + "\"").doesNotContain("name=\"issuer\"");

        assertThat(operate(edit, edit, change).statusCode()).isEqualTo(302);

        Platform now = again(known).platform();
        assertThat(now.name()).isEqualTo("Autre nom");
        assertThat(now.issuer()).isEqualTo(known.platform().issuer());
        assertThat(now.clientId()).isEqualTo("abc");
        assertThat(now.assertionAudience()).isEqualTo("https://other.example");
        assertThat(now.frameOrigins()).containsExactly("https://other.example");
        change.put("name", "Encore un autre");
        assertThat(operate(edit, edit, change).statusCode()).isEqualTo(409);
        assertThat(again(known).platform().name()).isEqualTo("Autre nom");
    }

    @Test
    void a_platform_of_the_settings_is_not_changed_here() {
        KnownPlatform known = known("https://moodle.example", "client-1").orElseThrow();
        String path = page(known.platform().id());
        assertThat(look(path).body()).contains("pixlti.lti.platforms").doesNotContain("/suspend", "/edit");
        String any = "/admin/invitations";
        operate(any, path + "/suspend", Map.of());
        Map<String, String> change = form();
        change.put("before", known.updatedAt().toString());
        assertThat(operate(any, path + "/edit", change).statusCode()).isEqualTo(409);
        assertThat(again(known).platform()).isEqualTo(known.platform());
        assertThat(audit.deeds).isEmpty();
    }

    @Test
    void a_suspended_platform_opens_nothing_until_it_is_approved_again() {
        Map<String, String> form = form();
        KnownPlatform known = added(form);
        String path = page(known.platform().id());
        Map<String, String> login = loginParameters();
        login.put("iss", form.getOrDefault("issuer", ""));
        login.put("client_id", "abc");
        assertThat(login(login).state()).isNotEmpty();

        operate(path, path + "/suspend", Map.of());
        assertRefused(post("/lti/login", login, Map.of()), 401, "platform-suspended");
        assertThat(admission.ended).as("their page says so first").isEmpty();
        operate(path, path + "/approve", Map.of());
        assertThat(admission.ended).containsExactly(known.platform().id());
        assertThat(login(login).state()).isNotEmpty();
        assertThat(audit.deeds).extracting(deed -> deed.split(" ")[1]).containsExactly("lti.platform-added",
                "lti.platform-suspended", "lti.platform-approved");
    }

    @Test
    void a_launch_that_was_under_way_when_the_platform_was_suspended_is_refused() {
        Map<String, String> form = form();
        form.put("keySetUrl", TestPlatform.SERVER.baseUrl() + "/jwks");
        form.put("allowPrivateAddresses", "true");
        String path = page(added(form).platform().id());
        Map<String, String> parameters = loginParameters();
        parameters.put("iss", form.getOrDefault("issuer", ""));
        parameters.put("client_id", "abc");
        Login login = login(parameters);
        operate(path, path + "/suspend", Map.of());
        Map<String, Object> claims = TestPlatform.claims(login.nonce(), "Learner");
        claims.put("iss", form.getOrDefault("issuer", ""));
        claims.put("aud", "abc");
        assertRefused(launch(login, TestPlatform.sign(claims)), 401, "platform-suspended");
    }

    @Test
    void a_deployment_that_waits_is_approved_by_one_click() {
        Map<String, String> parameters = loginParameters();
        String deployment = "waits-" + UUID.randomUUID();
        parameters.put("lti_deployment_id", deployment);
        Login login = login(parameters);
        Map<String, Object> claims = TestPlatform.claims(login.nonce(), "Learner");
        claims.put(TestPlatform.CLAIM + "deployment_id", deployment);
        assertRefused(launch(login, TestPlatform.sign(claims)), 401, "deployment-pending");
        KnownPlatform known = known("https://moodle.example", "client-1").orElseThrow();
        String path = page(known.platform().id());
        assertThat(look("/admin/platforms").body()).containsPattern("déploiements? atten(d|dent) votre accord");
        UUID waiting = known.deployments().stream().filter(d -> d.deploymentId().equals(deployment)).findFirst()
                .orElseThrow().id();
        assertThat(look(path).body()).contains("Autoriser le déploiement " + deployment, "Numérique");
        String other = page(added(form()).platform().id());
        audit.deeds.clear();

        operate(path, other + "/deployments/" + waiting + "/approve", Map.of());
        assertThat(audit.deeds).as("a deployment is approved only below its own platform").isEmpty();
        operate(path, path + "/deployments/" + waiting + "/approve", Map.of());
        operate("/admin/invitations", path + "/deployments/" + waiting + "/approve", Map.of());

        assertThat(audit.deeds).containsExactly("OPERATOR lti.deployment-approved Platform 0 / " + deployment);
        Login second = login(parameters);
        claims.put("nonce", second.nonce());
        assertOpened(launch(second, TestPlatform.sign(claims)), "/~test/opened/1.1/LEARNER");
    }

    @Test
    void who_has_no_role_sees_and_does_nothing() {
        UUID id = known("https://moodle.example", "client-1").orElseThrow().platform().id();
        for (String path : List.of("/admin/platforms", page(id), page(id) + "/edit", NEW, "/admin/invitations")) {
            HttpResponse<String> page = get(path, Map.of("Cookie", LtiRoom.OPERATOR_COOKIE + "=NOBODY"));
            assertThat(page.statusCode()).as(path).isEqualTo(403);
            assertThat(get(path, Map.of()).statusCode()).isIn(401, 403);
        }
        assertThat(post("/admin/invitations", Map.of("school", "x"),
                Map.of("Cookie", LtiRoom.OPERATOR_COOKIE + "=OPERATOR")).statusCode()).isEqualTo(403);
        assertThat(look(page(UUID.randomUUID())).statusCode()).isEqualTo(404);
        assertThat(audit.deeds).isEmpty();
    }

    @Test
    void an_invitation_is_shown_once_and_names_the_school() {
        String invitation = invite("Collège <Hugo>", false);
        String page = look("/admin/invitations").body();
        assertThat(page).contains("Collège &lt;Hugo&gt;", "Ouverte").doesNotContain(invitation, "??");
        assertThat(operate("/admin/invitations", "/admin/invitations", Map.of("school", " ")).statusCode())
                .isEqualTo(400);
        assertThat(audit.deeds).containsExactly("OPERATOR lti.invitation-made Collège <Hugo>");
        assertThat(get("/admin/invitations",
                Map.of("Cookie", LtiRoom.OPERATOR_COOKIE + "=OPERATOR", "Accept-Language", "en")).body())
                .contains("Make an invitation").doesNotContain("??");
    }
}
