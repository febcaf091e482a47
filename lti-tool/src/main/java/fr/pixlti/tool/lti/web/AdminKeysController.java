package fr.pixlti.tool.lti.web;

import fr.pixlti.tool.lti.domain.RotateKeys;
import fr.pixlti.tool.lti.domain.RotateKeys.Shown;
import fr.pixlti.tool.lti.domain.RotateKeys.State;
import fr.pixlti.tool.lti.domain.ToolKeySettings;
import fr.pixlti.tool.shared.CurrentOperator;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The tool's own keys, for operators. */
@Controller
@RequestMapping("/admin/keys")
class AdminKeysController {

    private final RotateKeys rotateKeys;
    private final ToolKeySettings settings;

    AdminKeysController(RotateKeys rotateKeys, ToolKeySettings settings) {
        this.rotateKeys = rotateKeys;
        this.settings = settings;
    }

    /** @param published whether it can still be retired */
    record Row(UUID id, String kid, State state, boolean published, OffsetDateTime made, @Nullable String by,
            OffsetDateTime active, @Nullable OffsetDateTime retired, @Nullable String retiredBy) {

        static Row of(Shown key) {
            Instant retired = key.retiredAt();
            return new Row(key.id(), key.kid(), key.state(), key.state() != State.RETIRED, utc(key.createdAt()),
                    key.madeBy(), utc(key.activeFrom()), retired == null ? null : utc(retired), key.retiredBy());
        }

        private static OffsetDateTime utc(Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
    }

    @GetMapping
    String list(@AuthenticationPrincipal CurrentOperator operator, @RequestParam(defaultValue = "") String done,
            Model model) {
        List<Shown> keys = rotateKeys.all(operator);
        model.addAttribute("rows", keys.stream().map(Row::of).toList());
        model.addAttribute("generation", keys.getFirst().generation());
        model.addAttribute("coming", keys.getFirst().state() == State.NEXT);
        model.addAttribute("days", settings.keyLifetime().toDays());
        model.addAttribute("hours", settings.keyOverlap().toHours());
        model.addAttribute("done", switch (done) {
            case "rotated" -> "lti.keys.rotated";
            case "too-late" -> "lti.keys.too-late";
            case "retired" -> "lti.keys.gone";
            default -> null;
        });
        return "lti/keys";
    }

    @PostMapping("/rotate")
    String rotate(@AuthenticationPrincipal CurrentOperator operator, @RequestParam int generation) {
        return "redirect:/admin/keys?done=" + (rotateKeys.rotate(operator, generation) ? "rotated" : "too-late");
    }

    @PostMapping("/{id}/retire")
    String retire(@AuthenticationPrincipal CurrentOperator operator, @PathVariable UUID id) {
        rotateKeys.retireAtOnce(operator, id);
        return "redirect:/admin/keys?done=retired";
    }
}
