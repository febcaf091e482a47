package fr.pixlti.tool.lti.domain;

import fr.pixlti.tool.shared.PersonId;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes grants as text that can stand in an address, and reads them back: the course, and a MAC over link, session,
 * person and course under the tool's secret. No row is needed, and any node can check it.
 */
@Component
public class PickGrants {

    private static final UUID NO_COURSE = new UUID(0, 0);
    private static final int MAC_BYTES = 32;

    private final SecretKey key;

    PickGrants(ToolSecret secret) {
        this.key = secret.key("lti pick grant", "HmacSHA256");
    }

    public String write(PickGrant grant) {
        UUID course = grant.courseId() == null ? NO_COURSE : grant.courseId();
        ByteBuffer bytes = ByteBuffer.allocate(16 + MAC_BYTES);
        put(bytes, course).put(mac(grant.linkId(), grant.sessionId(), grant.person(), course));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** The grant, when the text is one for this link and this session. */
    public Optional<PickGrant> read(String text, UUID linkId, UUID sessionId, PersonId person) {
        byte[] given;
        try {
            given = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            // Not base64url: not one of ours.
            return Optional.empty();
        }
        if (given.length != 16 + MAC_BYTES) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(given);
        UUID course = new UUID(bytes.getLong(), bytes.getLong());
        byte[] mac = new byte[MAC_BYTES];
        bytes.get(mac);
        if (!MessageDigest.isEqual(mac, mac(linkId, sessionId, person, course))) {
            return Optional.empty();
        }
        @Nullable
        UUID courseId = NO_COURSE.equals(course) ? null : course;
        return Optional.of(new PickGrant(linkId, sessionId, person, courseId));
    }

    private byte[] mac(UUID linkId, UUID sessionId, PersonId person, UUID course) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * 16);
        put(put(put(put(bytes, linkId), sessionId), person.value()), course);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(bytes.array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA256", e);
        }
    }

    private static ByteBuffer put(ByteBuffer bytes, UUID id) {
        return bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }
}
