package fr.pixlti.tool.lti.wire;

import fr.pixlti.tool.lti.RosterReading.Member;
import fr.pixlti.tool.lti.RosterReading.Status;
import fr.pixlti.tool.lti.domain.Roles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A member of a roster as platforms write it (NRPS 2.0 §2.2, §2.3). */
final class MemberNode {

    private static final int LONGEST_ID = 255;
    private static final int LONGEST_NAME = 500;
    private static final int LONGEST_EMAIL = 320;

    private MemberNode() {}

    /** The member; empty when it has no usable id. */
    static Optional<Member> read(JsonNode node) {
        JsonNode id = node.path("user_id");
        String userId = id.isString() || id.isIntegralNumber() ? id.asString() : "";
        if (userId.isBlank() || userId.length() > LONGEST_ID) {
            return Optional.empty();
        }
        List<String> roles = new ArrayList<>();
        node.path("roles").forEach(role -> roles.add(role.asString("")));
        return Optional.of(new Member(userId, Roles.of(roles, true), status(node.path("status").asString("")),
                text(node, "given_name", LONGEST_ID), text(node, "family_name", LONGEST_ID),
                text(node, "name", LONGEST_NAME), text(node, "email", LONGEST_EMAIL)));
    }

    /** Active where the platform says nothing. */
    private static Status status(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "inactive" -> Status.INACTIVE;
            case "deleted" -> Status.DELETED;
            default -> Status.ACTIVE;
        };
    }

    private static @Nullable String text(JsonNode node, String name, int most) {
        String text = node.path(name).asString("");
        if (text.isBlank()) {
            return null;
        }
        if (text.length() <= most) {
            return text;
        }
        // Never half of a surrogate pair.
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
