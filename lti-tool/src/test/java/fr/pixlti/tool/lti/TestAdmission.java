package fr.pixlti.tool.lti;

import fr.pixlti.tool.lti.spi.LaunchAdmission;
import fr.pixlti.tool.shared.PersonId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Stands in for the people room: lets everybody in and remembers whom. */
public final class TestAdmission implements LaunchAdmission {

    public static final String COOKIE = "test-session";

    public final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
    /** Platforms whose sessions were ended. */
    public final List<UUID> ended = new CopyOnWriteArrayList<>();
    private final Map<UUID, Session> byLogin = new ConcurrentHashMap<>();
    private final Map<String, Session> byCookie = new ConcurrentHashMap<>();

    @Override
    public Admission admit(Arrival arrival, Function<Admitted, String> opening) {
        arrivals.add(arrival);
        UUID id = UUID.randomUUID();
        PersonId person = new PersonId(UUID.nameUUIDFromBytes(arrival.subject().getBytes(StandardCharsets.UTF_8)));
        Session session = new Session(person, id.toString());
        byLogin.put(arrival.loginId(), session);
        byCookie.put(session.cookie(), session);
        UUID course = new UUID(7, 7);
        session.path = opening.apply(new Admitted(person, course));
        return new Admission(COOKIE, session.cookie(), Instant.now().plusSeconds(3600), "/~test" + session.path);
    }

    @Override
    public Optional<Reopened> reopen(UUID loginId, Function<String, @Nullable String> cookies) {
        return Optional.ofNullable(byLogin.get(loginId))
                .filter(session -> session.cookie().equals(cookies.apply(COOKIE)))
                .map(session -> new Reopened("/~test" + session.path));
    }

    @Override
    public boolean endSessions(UUID platformId) {
        ended.add(platformId);
        return false;
    }

    /** Everybody who came, and nobody else. */
    @Override
    public Optional<PersonId> known(UUID platformId, String subject) {
        return arrivals.stream().filter(arrival -> arrival.subject().equals(subject)).findFirst()
                .map(arrival -> new PersonId(UUID.nameUUIDFromBytes(subject.getBytes(StandardCharsets.UTF_8))));
    }

    public Optional<PersonId> person(@Nullable String cookie) {
        return Optional.ofNullable(cookie).map(byCookie::get).map(session -> session.person);
    }

    public void reset() {
        arrivals.clear();
        ended.clear();
        byLogin.clear();
        byCookie.clear();
    }

    private static final class Session {

        private final PersonId person;
        private final String cookie;
        private volatile String path = "";

        Session(PersonId person, String cookie) {
            this.person = person;
            this.cookie = cookie;
        }

        String cookie() {
            return cookie;
        }
    }
}
