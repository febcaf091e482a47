package fr.pixlti.tool.lti.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a platform wants back from a deep linking request (Deep Linking 2.0 §4.4.1); it takes links to activities.
 *
 * @param returnUrl where the response is posted; contains secrets of the platform: never logged, never in a page's text
 * @param several whether more than one item may come back; absent means no
 * @param lineItems whether items may bring a gradebook column; absent means yes
 * @param autoCreate whether the platform makes the links without asking the teacher again
 * @param documentTargets {@code iframe}, {@code window}: how links may be shown; the choice is left to the platform
 * @param data to be given back exactly as it came, absent when there was none
 * @param title what the platform would call the item, absent when it has no idea
 */
public record DeepLinking(String returnUrl, boolean several, boolean lineItems, boolean autoCreate,
        List<String> documentTargets, @Nullable String data, @Nullable String title, @Nullable String text) {

    public DeepLinking {
        documentTargets = List.copyOf(documentTargets);
    }
}
