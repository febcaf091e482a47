package fr.pixlti.tool.lti.web;

import fr.pixlti.tool.lti.spi.ActivityProvider.Preview;
import java.util.List;
import java.util.Map;

/**
 * An activity before it is chosen.
 *
 * @param base path of the page of choices
 * @param fields that every request of the page repeats
 * @param ticked targets as text, this one perhaps among them
 * @param target what is shown
 */
record PreviewPage(String base, Map<String, String> fields, List<String> ticked, String words, String target,
        Preview preview) {

    static PreviewPage of(String base, Map<String, String> fields, ChoicesPage.Ticked ticked, String target,
            Preview preview) {
        return new PreviewPage(base, fields, ticked.texts(), ticked.words(), target, preview);
    }
}
