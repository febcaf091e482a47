package fr.pixlti.tool.browser;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/** Platforms, invitations and registration: every screen looked at by axe-core and at 320 px, gone through by keyboard. */
@TestPropertySource(properties = "pixlti.admin.password=une phrase que personne ne devine")
class PlatformScreensIT extends InBrowser {

    /** Describes itself, takes the registration, and has neither keys nor tokens. */
    private static final WireMockServer PLATFORM = new WireMockServer(
            WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    static {
        PLATFORM.start();
        String at = PLATFORM.baseUrl();
        PLATFORM.stubFor(WireMock.get(urlPathEqualTo("/config")).willReturn(okJson("""
                {"issuer": "https://moodle.example", "authorization_endpoint": "%s/auth", "token_endpoint": "%s/token",
                 "jwks_uri": "%s/jwks", "registration_endpoint": "%s/register", "scopes_supported": ["openid"],
                 "https://purl.imsglobal.org/spec/lti-platform-configuration": {"product_family_code": "moodle",
                   "messages_supported": [{"type": "LtiResourceLinkRequest"}]}}""".formatted(at, at, at, at))));
    }

    private final Looked looked = new Looked(1280, 360);
    private Page page;

    @AfterAll
    static void stopPlatform() {
        PLATFORM.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr-FR", "en-GB"})
    void platforms_and_how_they_are_added_are_for_everybody(String language) {
        PLATFORM.stubFor(WireMock.post(urlPathEqualTo("/register")).willReturn(okJson("""
                {"client_id": "registered-%s",
                 "https://purl.imsglobal.org/spec/lti-tool-configuration": {"deployment_id": "7"}}"""
                .formatted(language))));
        page = use(Chromium.open(driver(), language)).page();
        signIn();
        byHand(language);
        invited();
        assertThat(looked.faults()).isEmpty();
        assertThat(looked.screens()).hasSizeGreaterThan(16);
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language.substring(0, 2));
    }

    private void signIn() {
        page.navigate(console());
        page.locator("#name").focus();
        page.keyboard().type("admin");
        page.keyboard().press("Tab");
        page.keyboard().type("une phrase que personne ne devine");
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
        page.locator(".console-menu").waitFor();
    }

    /** A platform that cannot register by itself. */
    private void byHand(String language) {
        press("a[href='/admin/platforms']");
        looked.at(page, "platforms");
        press("a[href='/admin/platforms/new']");
        looked.at(page, "by hand");
        press("form[action='/admin/platforms/new'] button.btn-primary");
        page.locator("#problem").waitFor();
        looked.at(page, "by hand, nothing filled in");
        String platform = PLATFORM.baseUrl();
        fill("name", "Moodle du lycée Jean-Baptiste-de-La-Quintinie, site de Versailles");
        fill("issuer", "https://moodle.example");
        fill("clientId", "client-" + language);
        fill("deploymentIds", "1");
        fill("authenticationRequestUrl", platform + "/auth");
        fill("accessTokenUrl", platform + "/token");
        fill("keySetUrl", platform + "/jwks");
        reach(page, page.mainFrame(), "#allowPrivateAddresses");
        page.keyboard().press("Space");
        press("form[action='/admin/platforms/new'] button.btn-primary");
        page.locator("#test").waitFor();
        looked.at(page, "a platform");
        press("form[action$='/test'] button");
        page.locator(".findings").waitFor();
        looked.at(page, "connection test");
        press("a[href$='/edit']");
        looked.at(page, "platform edited");
        page.fill("#keySetUrl", "nowhere");
        press("form[action$='/edit'] button.btn-primary");
        page.locator("#problem").waitFor();
        looked.at(page, "platform edited wrongly");
        page.navigate(page.url().replaceFirst("/edit.*", ""));
        press("form[action$='/suspend'] button");
        looked.at(page, "platform suspended");
        page.navigate(console() + "/platforms");
        looked.at(page, "platforms of every state");
    }

    /** A platform that registers by itself. */
    private void invited() {
        press("a[href='/admin/invitations']");
        looked.at(page, "invitations");
        press("form[action='/admin/invitations'] button");
        looked.at(page, "invitation for nobody");
        fill("school", "Lycée des Iscles");
        reach(page, page.mainFrame(), "#allowPrivateAddresses");
        page.keyboard().press("Space");
        press("form[action='/admin/invitations'] button");
        page.locator("#address").waitFor();
        looked.at(page, "invitation made");
        String address = page.locator("#address").innerText();
        page.navigate(address.replaceFirst("/register/.*", "/register"));
        looked.at(page, "registration without invitation");
        page.navigate(address);
        looked.at(page, "registration opened by hand");
        for (String wrong : new String[]{"nonsense", PLATFORM.baseUrl() + "/nothing", "http://127.0.0.1:1/config"}) {
            page.navigate(address + "?openid_configuration=" + wrong);
            looked.at(page, "registration refused, " + wrong);
        }
        page.navigate(address + "?openid_configuration=" + PLATFORM.baseUrl() + "/config");
        looked.at(page, "registered");
        page.navigate(console() + "/invitations");
        looked.at(page, "invitation used");
        press("main td a");
        looked.at(page, "platform that waits");
    }

    private void fill(String field, String text) {
        reach(page, page.mainFrame(), "#" + field);
        page.keyboard().type(text);
    }

    private void press(String selector) {
        reach(page, page.mainFrame(), selector);
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
    }

    private String console() {
        return "http://localhost:" + port + "/admin";
    }
}
