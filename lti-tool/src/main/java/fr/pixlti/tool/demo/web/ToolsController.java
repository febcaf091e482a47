package fr.pixlti.tool.demo.web;

import fr.pixlti.tool.demo.domain.Course;
import fr.pixlti.tool.demo.domain.DemoSettings;
import fr.pixlti.tool.demo.domain.Person;
import fr.pixlti.tool.demo.domain.RegisteredTool;
import fr.pixlti.tool.demo.domain.RegistrationTokens;
import fr.pixlti.tool.demo.domain.RegistrationTokens.Right;
import fr.pixlti.tool.demo.domain.ToolRegistration;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The administrator of the LMS: which tools there are, and registering one by its address. */
@Controller
@Profile("demo")
@RequestMapping("/demo/tools")
class ToolsController {

    /** Everything after the tool's own origin; the query's parameters come behind it. */
    private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9._~/?&=%-]{0,500}");

    private final ToolRegistration tool;
    private final RegistrationTokens tokens;
    private final DemoSettings settings;
    private final Course course;

    ToolsController(ToolRegistration tool, RegistrationTokens tokens, DemoSettings settings, Course course) {
        this.tool = tool;
        this.tokens = tokens;
        this.settings = settings;
        this.course = course;
    }

    /**
     * What the page shows.
     *
     * @param address in the field; with {@code wrong} the one that was refused
     * @param teacher who may add an activity with a tool
     */
    record ToolsPage(String clientId, List<String> deployments, List<RegisteredTool> registered, String address,
            boolean wrong, String toolUrl, String teacher) {}

    @GetMapping
    ModelAndView list() {
        return page(tool.toolUrl() + "/lti/register", false);
    }

    /** Gives the right to register once. Refused when the form stood on another site. */
    @PostMapping
    ModelAndView begin(@RequestParam(defaultValue = "") String address,
            @RequestHeader(name = HttpHeaders.ORIGIN, required = false) @Nullable String origin) {
        if (origin != null && !tool.platformOrigin().toString().equals(origin + "/")) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        String given = address.strip();
        boolean ours = given.startsWith(tool.toolUrl())
                && PATH.matcher(given.substring(tool.toolUrl().length())).matches();
        if (!ours) {
            ModelAndView wrong = page(given, true);
            wrong.setStatus(HttpStatus.BAD_REQUEST);
            return wrong;
        }
        return new ModelAndView("redirect:/demo/tools/register/" + tokens.give(given).token());
    }

    /** The tool's page, in a frame of this one, which hears when it may be closed. */
    @GetMapping("/register/{token}")
    ModelAndView register(@PathVariable String token) {
        Optional<Right> right = tokens.find(token);
        return right.isEmpty()
                ? new ModelAndView("redirect:/demo/tools")
                : new ModelAndView("demo/register", "address", address(right.get())).addObject("origin",
                        tool.toolUrl());
    }

    /** LTI Dynamic Registration 1.0 §3.3. */
    private String address(Right right) {
        return right.toolAddress() + (right.toolAddress().contains("?") ? "&" : "?") + "openid_configuration="
                + URLEncoder.encode(tool.issuer() + "/openid-configuration", StandardCharsets.UTF_8)
                + "&registration_token=" + right.token();
    }

    private ModelAndView page(String address, boolean wrong) {
        String teacher = course.people().stream().filter(Person::teacher).findFirst().map(Person::id).orElseThrow();
        return new ModelAndView("demo/tools", "page", new ToolsPage(settings.clientId(), settings.deploymentIds(),
                tool.registered(), address, wrong, tool.toolUrl(), teacher));
    }
}
