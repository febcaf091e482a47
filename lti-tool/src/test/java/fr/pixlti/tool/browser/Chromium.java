package fr.pixlti.tool.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A person's Chromium with a profile of its own, and everything its console complains about. Playwright's usual
 * arguments are left out: they turn off the storage partitioning that a frame in another site's page depends on.
 */
final class Chromium implements AutoCloseable {

    private static final String COOKIES_BLOCKED = """
            {"profile": {"content_settings": {"exceptions": {"cookies": {
              "http://localhost:%1$d,http://127.0.0.1:%1$d": {"setting": 2, "last_modified": "13300000000000000"}}}}}}""";

    private static final String NO_COOKIES = """
            {"profile": {"default_content_setting_values": {"cookies": 2}}}""";

    private final Path profile;
    private final BrowserContext context;
    private final List<String> complaints = new ArrayList<>();

    private Chromium(Path profile, BrowserContext context) {
        this.profile = profile;
        this.context = context;
        context.setDefaultTimeout(15_000);
        context.onConsoleMessage(message -> {
            // A failed request is judged by its answer, below.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        context.onWebError(error -> complaints.add(error.error()));
        context.onResponse(this::hear);
    }

    /** The browser of this machine: {@code CHROMIUM} names another than {@code /usr/bin/chromium}. */
    static Optional<Path> installed() {
        String named = System.getenv("CHROMIUM");
        return Stream.of(named == null ? "/usr/bin/chromium" : named).map(Path::of).filter(Files::isExecutable)
                .findFirst();
    }

    /** What talks to browsers; it downloads none. */
    static Playwright driver() {
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    /** @param language of the browser, for example {@code fr-FR} */
    static Chromium open(Playwright driver, String language) {
        return open(driver, language, true, "{}");
    }

    static Chromium withoutJavaScript(Playwright driver) {
        return open(driver, "fr-FR", false, "{}");
    }

    /** Keeps no cookie at all for the tool in a frame of the LMS's pages, not even a partitioned one. */
    static Chromium withoutCookiesInFrames(Playwright driver, int port) {
        return open(driver, "fr-FR", true, COOKIES_BLOCKED.formatted(port));
    }

    static Chromium withoutCookiesInFramesAndScripts(Playwright driver, int port) {
        return open(driver, "fr-FR", false, COOKIES_BLOCKED.formatted(port));
    }

    /** Keeps no cookie of anybody, in frames and in windows, and nothing else that pages may want to keep. */
    static Chromium withoutAnyCookie(Playwright driver) {
        return open(driver, "fr-FR", true, NO_COOKIES);
    }

    private static Chromium open(Playwright driver, String language, boolean javaScript, String preferences) {
        try {
            Path profile = Files.createTempDirectory("pixlti-chromium");
            Files.writeString(Files.createDirectory(profile.resolve("Default")).resolve("Preferences"), preferences);
            return new Chromium(profile, driver.chromium().launchPersistentContext(profile,
                    new BrowserType.LaunchPersistentContextOptions().setExecutablePath(installed().orElseThrow())
                            .setIgnoreAllDefaultArgs(true).setLocale(language).setJavaScriptEnabled(javaScript)
                            .setViewportSize(1280, 800)
                            .setArgs(List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
                                    "--no-first-run", "--disable-background-networking", "--disable-component-update",
                                    "--disable-sync", "--remote-debugging-pipe", "--user-data-dir=" + profile,
                                    "about:blank"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refusals of pages and of answers are the tests' to judge; that a part of a page is missing is never right. */
    private void hear(Response response) {
        if (response.status() >= 400 && !response.request().isNavigationRequest() && response.status() != 422) {
            complaints.add(response.status() + " " + response.url());
        }
    }

    BrowserContext context() {
        return context;
    }

    Page page() {
        return context.pages().getFirst();
    }

    /** Errors on the console, scripts that failed, parts that did not come. */
    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        context.close();
        try (Stream<Path> files = Files.walk(profile)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
