package fr.pixlti.tool.lti.domain;

import fr.pixlti.tool.lti.domain.ConnectionChecks.Token;
import fr.pixlti.tool.lti.domain.Finding.Part;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tries out everything that the tool asks of a platform, so that an operator need not guess. Gradebook and roster belong
 * to courses, so they are tried on the course that was launched last. Takes as long as the platform does, at most twice
 * the longest call (10 s).
 */
@Component
public class TestConnection {

    private static final String AGS = "https://purl.imsglobal.org/spec/lti-ags/scope/";
    private static final String SCORES = AGS + "score";
    private static final String COLUMNS = AGS + "lineitem";
    private static final String COLUMNS_READ = AGS + "lineitem.readonly";
    private static final String ROSTER = "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";

    private final ConnectionChecks checks;

    TestConnection(ConnectionChecks checks) {
        this.checks = checks;
    }

    /** @return one finding for each part, in order */
    public List<Finding> handle(KnownPlatform known) {
        Platform platform = known.platform();
        LastLaunch launch = known.lastLaunch();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Finding> configuration = CompletableFuture
                    .supplyAsync(() -> checks.configuration(known), threads);
            CompletableFuture<Finding> keys = CompletableFuture.supplyAsync(() -> checks.keys(platform), threads);
            CompletableFuture<Token> token = CompletableFuture
                    .supplyAsync(() -> checks.token(platform, scopes(launch)), threads);
            CompletableFuture<Finding> lineItems = token
                    .thenApplyAsync(given -> lineItems(platform, launch, given.text()), threads);
            CompletableFuture<Finding> roster = token
                    .thenApplyAsync(given -> roster(platform, launch, given.text()), threads);
            return List.of(configuration.join(), keys.join(), token.join().finding(), lineItems.join(), roster.join());
        }
    }

    private static String scopes(@Nullable LastLaunch launch) {
        if (launch == null) {
            return SCORES;
        }
        String columns = columnsScope(launch);
        String roster = launch.membershipsUrl() == null ? null : ROSTER;
        String all = Stream.of(columns, roster).filter(scope -> scope != null).collect(Collectors.joining(" "));
        return all.isEmpty() ? SCORES : all;
    }

    private static @Nullable String columnsScope(LastLaunch launch) {
        List<String> granted = Arrays.asList(launch.scopes().split(" "));
        if (launch.lineItemsUrl() == null) {
            return null;
        }
        return granted.contains(COLUMNS) ? COLUMNS : granted.contains(COLUMNS_READ) ? COLUMNS_READ : null;
    }

    private Finding lineItems(Platform platform, @Nullable LastLaunch launch, @Nullable String token) {
        if (launch == null) {
            return Finding.skipped(Part.LINE_ITEMS, "never-launched");
        }
        if (launch.lineItemsUrl() == null) {
            return Finding.skipped(Part.LINE_ITEMS, "not-offered");
        }
        if (columnsScope(launch) == null) {
            return Finding.skipped(Part.LINE_ITEMS, "no-right");
        }
        return token == null
                ? Finding.skipped(Part.LINE_ITEMS, "no-token")
                : checks.lineItems(platform, launch.lineItemsUrl(), token);
    }

    private Finding roster(Platform platform, @Nullable LastLaunch launch, @Nullable String token) {
        if (launch == null) {
            return Finding.skipped(Part.ROSTER, "never-launched");
        }
        if (launch.membershipsUrl() == null) {
            return Finding.skipped(Part.ROSTER, "not-offered");
        }
        return token == null
                ? Finding.skipped(Part.ROSTER, "no-token")
                : checks.roster(platform, launch.membershipsUrl(), token);
    }
}
