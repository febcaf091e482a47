package fr.pixlti.tool.lti.domain;

import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.ToolSecret;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes grants as text that can stand in an address, and reads them back: course, end, and a MAC over link, person,
 * course and end under the tool's secret. No row is needed, and any node can check it.
 */
@Component
public class PickGrants {

    private static final Duration LIFETIME = Duration.ofHours(8);
    private static final UUID NO_COURSE = new UUID(0, 0);
    private static final int MAC_BYTES = 32;
    private static final int PLAIN_BYTES = 16 + Long.BYTES;

    private final Supplier<SecretKey> key;
    private final Clock clock;

    PickGrants(ToolSecret secret, Clock clock) {
        this.key = secret.key("lti pick grant", "HmacSHA256");
        this.clock = clock;
    }

    /** A grant for a working day, as text. */
    String write(UUID linkId, PersonId person, @Nullable UUID courseId) {
        UUID course = courseId == null ? NO_COURSE : courseId;
        long until = clock.instant().plus(LIFETIME).getEpochSecond();
        ByteBuffer bytes = put(ByteBuffer.allocate(PLAIN_BYTES + MAC_BYTES), course).putLong(until)
                .put(mac(linkId, person, course, until));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** The grant, when the text is one for this link and this person, and still lasts. */
    public Optional<PickGrant> read(String text, UUID linkId, PersonId person) {
        byte[] given;
        try {
            given = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            // Not base64url: not one of ours.
            return Optional.empty();
        }
        if (given.length != PLAIN_BYTES + MAC_BYTES) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(given);
        UUID course = new UUID(bytes.getLong(), bytes.getLong());
        long until = bytes.getLong();
        byte[] mac = new byte[MAC_BYTES];
        bytes.get(mac);
        if (!MessageDigest.isEqual(mac, mac(linkId, person, course, until))
                || until < clock.instant().getEpochSecond()) {
            return Optional.empty();
        }
        return Optional.of(new PickGrant(linkId, person, NO_COURSE.equals(course) ? null : course,
                Instant.ofEpochSecond(until)));
    }

    private byte[] mac(UUID linkId, PersonId person, UUID course, long until) {
        ByteBuffer bytes = put(put(put(ByteBuffer.allocate(3 * 16 + Long.BYTES), linkId), person.value()), course)
                .putLong(until);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key.get());
            return mac.doFinal(bytes.array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA256", e);
        }
    }

    private static ByteBuffer put(ByteBuffer bytes, UUID id) {
        return bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }
}
