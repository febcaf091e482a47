package fr.pixlti.tool.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** What a {@link PlatformDouble} is started with. */
final class DoubleSettings {

    private DoubleSettings() {}

    /** Its command line; {@code settings} are further properties, for example {@code demo.data-file=…}. */
    static String[] of(int port, String url, String... settings) {
        List<String> properties = new ArrayList<>(List.of("--server.address=127.0.0.1", "--server.port=" + port,
                "--demo.url=" + url, "--demo.tool-url=http://localhost:1",
                "--demo.client-id=" + PlatformDouble.CLIENT_ID,
                "--demo.deployment-ids=" + PlatformDouble.DEPLOYMENT_ID, "--server.shutdown=immediate"));
        if (List.of(settings).stream().noneMatch(setting -> setting.startsWith("demo.data-file="))) {
            properties.add("--demo.data-file=");
        }
        // Where a test asks for it only: a roster names everybody whom tests of the same double brought.
        if (List.of(settings).stream().noneMatch(setting -> setting.startsWith("demo.roster="))) {
            properties.add("--demo.roster=false");
        }
        List.of(settings).forEach(setting -> properties.add("--" + setting));
        return properties.toArray(String[]::new);
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
