package fr.pixlti.tool.lti;

import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import fr.pixlti.tool.lti.domain.Registrations;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A platform whose services are stubbed anew for each test, on a day when no earlier token is left. */
abstract class PlatformServiceTest extends LtiRoomTest {

    protected static final WireMockServer SERVER = TestPlatform.SERVER;
    private static int nextDay = 1;

    @Autowired
    protected LtiApi lti;

    @Autowired
    Registrations registrations;

    @BeforeEach
    void renewPlatform() {
        SERVER.resetAll();
        TestPlatform.publishKeys(SERVER);
        token("token-1", 3600);
        // Tokens of earlier tests are long over.
        clock.advance(Duration.ofDays(nextDay++));
    }

    @AfterEach
    void leavePlatform() {
        SERVER.resetAll();
        TestPlatform.publishKeys(SERVER);
    }

    protected static void token(String text, int seconds) {
        SERVER.stubFor(WireMock.post(urlEqualTo("/token")).willReturn(ok("{\"access_token\":\"" + text
                + "\",\"token_type\":\"Bearer\",\"expires_in\":" + seconds + ",\"scope\":\"x\"}")
                .withHeader("Content-Type", "text/html; charset=utf-8")));
    }

    protected UUID moodle() {
        return registrations.ofIssuer("https://moodle.example").getFirst().platform().id();
    }
}
