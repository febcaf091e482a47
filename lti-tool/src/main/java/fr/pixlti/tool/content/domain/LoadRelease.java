package fr.pixlti.tool.content.domain;

import fr.pixlti.tool.shared.Transactions;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes up a release from the database. */
@Component
class LoadRelease {

    private static final Logger LOG = LoggerFactory.getLogger(LoadRelease.class);

    private final Releases releases;
    private final BuiltInContent builtIn;
    private final Transactions transactions;

    LoadRelease(Releases releases, BuiltInContent builtIn, Transactions transactions) {
        this.releases = releases;
        this.builtIn = builtIn;
        this.transactions = transactions;
    }

    /** The release of that id; empty when the database has none. */
    Optional<Content> handle(String id) {
        return transactions.call(() -> releases.archive(id)).map(archive -> {
            long start = System.nanoTime();
            Known known = builtIn.known();
            Content content = ReadContent.stored(id, Archive.read(archive).sharing(known.files()), known);
            LOG.info("Content {}: {} items, taken up from the database in {} ms", id, content.release().items().size(),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
            return content;
        });
    }
}
