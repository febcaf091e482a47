package fr.pixlti.tool.shell;

import fr.pixlti.tool.shared.ToolSettings;
import java.net.URI;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The start page, for anyone: what this is, and where to try it. */
@Controller
class HomeController {

    private final Environment environment;
    private final ToolSettings settings;

    HomeController(Environment environment, ToolSettings settings) {
        this.environment = environment;
        this.settings = settings;
    }

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("demo", environment.acceptsProfiles(Profiles.of("demo")) ? demoAddress() : null);
        model.addAttribute("publicUrl", settings.publicUrl().toString());
        return "shell/home";
    }

    /** The demo LMS is another site for the browser, hence the other host name. */
    private String demoAddress() {
        URI url = settings.publicUrl();
        return "http://127.0.0.1" + (url.getPort() == -1 ? "" : ":" + url.getPort()) + "/demo";
    }
}
