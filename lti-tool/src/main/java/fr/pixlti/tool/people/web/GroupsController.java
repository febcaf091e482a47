package fr.pixlti.tool.people.web;

import fr.pixlti.tool.people.CourseGroup;
import fr.pixlti.tool.people.domain.ArrangeGroups;
import fr.pixlti.tool.people.domain.ArrangeGroups.Brought;
import fr.pixlti.tool.shared.CurrentPerson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The groups of a course, for its teachers; {@link ArrangeGroups} checks that they are. */
@Controller
class GroupsController {

    private static final Pattern RESULTS = Pattern.compile("/campaigns/[0-9a-f-]{36}/results");

    private final ArrangeGroups arrangeGroups;

    GroupsController(ArrangeGroups arrangeGroups) {
        this.arrangeGroups = arrangeGroups;
    }

    @GetMapping("/courses/{id}/groups")
    String look(@PathVariable UUID id, @RequestParam(defaultValue = "") String back,
            @AuthenticationPrincipal CurrentPerson person, Model model) {
        return page(id, back, false, null, person, model);
    }

    @PostMapping("/courses/{id}/groups")
    String name(@PathVariable UUID id, @RequestParam List<UUID> group,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(defaultValue = "") String back, @AuthenticationPrincipal CurrentPerson person, Model model) {
        // Not a list parameter: Spring would cut a name at its commas when it is the only one.
        List<String> name = fields.getOrDefault("name", List.of());
        Map<UUID, String> names = new HashMap<>();
        for (int i = 0; i < Math.min(group.size(), name.size()); i++) {
            names.put(group.get(i), name.get(i));
        }
        arrangeGroups.name(id, person.id(), names);
        return page(id, back, true, null, person, model);
    }

    /** @param file goes before {@code text}, which is for those who paste */
    @PostMapping("/courses/{id}/groups/list")
    String bring(@PathVariable UUID id, @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "") String back,
            @AuthenticationPrincipal CurrentPerson person, Model model) throws IOException {
        byte[] list = file == null || file.isEmpty() ? text.getBytes(StandardCharsets.UTF_8) : file.getBytes();
        return page(id, back, false, arrangeGroups.bring(id, person.id(), list), person, model);
    }

    private String page(UUID course, String back, boolean named, @Nullable Brought brought, CurrentPerson person,
            Model model) {
        model.addAttribute("page", new GroupsPage(course, arrangeGroups.look(course, person.id()),
                RESULTS.matcher(back).matches() ? back : "", named, brought));
        return "people/groups";
    }

    /**
     * @param back where the teacher came from, empty when it is no page of results
     * @param brought what became of a list, absent when none was brought
     */
    record GroupsPage(UUID course, List<CourseGroup> groups, String back, boolean named, @Nullable Brought brought) {}
}
