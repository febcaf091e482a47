package fr.pixlti.tool.content.web;

import fr.pixlti.tool.content.domain.Fault;
import fr.pixlti.tool.content.domain.FaultyContent;
import fr.pixlti.tool.content.domain.LookAtContent;
import fr.pixlti.tool.content.domain.PublishPack;
import fr.pixlti.tool.content.domain.ReleaseSettings;
import fr.pixlti.tool.content.domain.UploadPack;
import fr.pixlti.tool.shared.CurrentOperator;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Releases and packs, for operators. */
@Controller
@RequestMapping("/admin/content")
class ContentController {

    private final LookAtContent lookAtContent;
    private final UploadPack uploadPack;
    private final PublishPack publishPack;
    private final ReleaseSettings limits;
    private final FaultWords words;

    ContentController(LookAtContent lookAtContent, UploadPack uploadPack, PublishPack publishPack,
            ReleaseSettings limits, FaultWords words) {
        this.lookAtContent = lookAtContent;
        this.uploadPack = uploadPack;
        this.publishPack = publishPack;
        this.limits = limits;
        this.words = words;
    }

    @GetMapping
    String list(@AuthenticationPrincipal CurrentOperator operator, Locale locale, Model model) {
        return overview(operator, List.of(), locale, model);
    }

    /** @param name what the operator calls it; the file's name when empty */
    @PostMapping("/packs")
    String upload(@AuthenticationPrincipal CurrentOperator operator, @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable MultipartFile file, Locale locale, Model model,
            HttpServletResponse response) throws IOException {
        operator.require(CurrentOperator.Role.OPERATOR);
        if (file == null || file.isEmpty()) {
            model.addAttribute("missing", true);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return overview(operator, List.of(), locale, model);
        }
        try {
            // One byte more than allowed is enough to be refused.
            byte[] zip = file.getInputStream().readNBytes((int) limits.maxUpload().toBytes() + 1);
            return "redirect:/admin/content/packs/" + uploadPack.handle(operator, named(name, file), zip);
        } catch (FaultyContent e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return overview(operator, e.faults(), locale, model);
        }
    }

    @GetMapping("/packs/{id}")
    String pack(@AuthenticationPrincipal CurrentOperator operator, @PathVariable UUID id, Locale locale,
            Model model) {
        LookAtContent.Look pack = lookAtContent.pack(operator, id);
        model.addAttribute("page", pack);
        model.addAttribute("faults", words.of(pack.faults(), locale));
        model.addAttribute("remarks", words.of(pack.remarks(), locale));
        return "content/pack";
    }

    @PostMapping("/packs/{id}/publish")
    String publish(@AuthenticationPrincipal CurrentOperator operator, @PathVariable UUID id, Locale locale,
            Model model, HttpServletResponse response) {
        try {
            publishPack.publish(operator, id);
        } catch (FaultyContent e) {
            // Published packs have changed since the upload: the page says what is wrong now.
            response.setStatus(HttpStatus.CONFLICT.value());
            return pack(operator, id, locale, model);
        }
        return "redirect:/admin/content/packs/" + id;
    }

    @PostMapping("/packs/{id}/withdraw")
    String withdraw(@AuthenticationPrincipal CurrentOperator operator, @PathVariable UUID id) {
        publishPack.withdraw(operator, id);
        return "redirect:/admin/content/packs/" + id;
    }

    @PostMapping("/packs/{id}/remove")
    String remove(@AuthenticationPrincipal CurrentOperator operator, @PathVariable UUID id) {
        publishPack.remove(operator, id);
        return "redirect:/admin/content";
    }

    private String overview(CurrentOperator operator, List<Fault> faults, Locale locale, Model model) {
        model.addAttribute("page", lookAtContent.all(operator));
        model.addAttribute("faults", words.of(faults, locale));
        model.addAttribute("limit", limits.maxUpload().toMegabytes());
        return "content/releases";
    }

    private static String named(String name, MultipartFile file) {
        String original = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        String own = name.isBlank() ? original.substring(original.lastIndexOf('/') + 1) : name;
        return own.isBlank() ? "ZIP" : own.strip();
    }
}
