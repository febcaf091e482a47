package fr.pixlti.tool.demo.wire;

import java.util.List;
import java.util.regex.Pattern;

/** One of the services. */
interface ServiceResource {

    /** Its path after the course, with the column's number as first group where it has one. */
    Pattern path();

    /** The media types it speaks; a request must name exactly one of them. */
    List<String> formats();

    List<String> methods();

    /** A token needs one of these. */
    List<String> scopes(String method);

    /** Whether the media type suits the method. */
    default boolean accepts(ServiceCall call) {
        return true;
    }

    ServiceAnswer execute(ServiceCall call);
}
