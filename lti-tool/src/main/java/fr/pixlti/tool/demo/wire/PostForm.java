package fr.pixlti.tool.demo.wire;

import java.util.Map;
import org.springframework.web.servlet.ModelAndView;

/** A page whose form a small script submits at once; without scripts, a person presses its button. */
public final class PostForm {

    private PostForm() {}

    /** @param action where the form goes @param fields its hidden fields */
    public static ModelAndView of(String action, Map<String, String> fields) {
        return new ModelAndView("demo/post", Map.of("action", action, "fields", fields));
    }
}
