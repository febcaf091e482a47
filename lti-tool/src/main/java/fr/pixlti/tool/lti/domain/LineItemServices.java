package fr.pixlti.tool.lti.domain;

import fr.pixlti.tool.lti.LineItem;
import fr.pixlti.tool.lti.LtiApi.LineItems;
import fr.pixlti.tool.lti.ServiceOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The platforms' columns (AGS 2.0 §3.2). Nothing throws for what a platform answers or fails to answer. */
public interface LineItemServices {

    /** The link's columns, the oldest first as far as addresses tell; those of other links never. */
    ServiceOutcome<List<LineItem>> find(Platform platform, LineItems container, String resourceLinkId,
            @Nullable String tag);

    /** The column with the address that the platform gave it. */
    ServiceOutcome<LineItem> create(Platform platform, LineItems container, LineItem column);

    /** Changes the column at its address. */
    ServiceOutcome<LineItem> replace(Platform platform, LineItem column);
}
