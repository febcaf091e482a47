package fr.pixlti.tool.content.web;

import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.content.Framework;
import fr.pixlti.tool.content.domain.exchange.ExchangeFormat;
import fr.pixlti.tool.content.domain.exchange.ExchangeSettings;
import fr.pixlti.tool.content.domain.exchange.ExportQuestions;
import fr.pixlti.tool.content.domain.exchange.ImportQuestions;
import fr.pixlti.tool.content.domain.exchange.Imports;
import fr.pixlti.tool.shared.CurrentOperator;
import fr.pixlti.tool.shared.DomainError;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Questions from other systems and for them, for operators. */
@Controller
@RequestMapping("/admin/content/exchange")
class ExchangeController {

    private final ContentApi content;
    private final ImportQuestions importQuestions;
    private final ExportQuestions exportQuestions;
    private final ExchangeReports reports;
    private final ExchangeSettings settings;

    ExchangeController(ContentApi content, ImportQuestions importQuestions, ExportQuestions exportQuestions,
            ExchangeReports reports, ExchangeSettings settings) {
        this.content = content;
        this.importQuestions = importQuestions;
        this.exportQuestions = exportQuestions;
        this.reports = reports;
        this.settings = settings;
    }

    /** A choice of a form. @param frame whether it stands for a whole framework */
    record Scope(String code, String name, boolean frame) {}

    @GetMapping
    String form(@AuthenticationPrincipal CurrentOperator operator, Locale locale, Model model) {
        operator.require(CurrentOperator.Role.OPERATOR);
        return page(null, "1.1", 3, locale, model);
    }

    /** @param competence and level of questions that say none */
    @PostMapping("/imports")
    String bring(@AuthenticationPrincipal CurrentOperator operator,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String competence, @RequestParam(defaultValue = "0") int level,
            Locale locale, Model model, HttpServletResponse response) throws IOException {
        operator.require(CurrentOperator.Role.OPERATOR);
        try {
            if (file == null || file.isEmpty()) {
                throw new DomainError("content.exchange-no-file", DomainError.Kind.INVALID);
            }
            byte[] bytes = file.getInputStream().readNBytes((int) settings.maxSize().toBytes() + 1);
            return "redirect:/admin/content/exchange/imports/"
                    + importQuestions.handle(operator, name(file), bytes, competence, level);
        } catch (DomainError e) {
            if (e.kind() != DomainError.Kind.INVALID) {
                throw e;
            }
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(e, competence, level, locale, model);
        }
    }

    @GetMapping("/imports/{id}")
    String report(@AuthenticationPrincipal CurrentOperator operator, @PathVariable UUID id, Locale locale,
            Model model) {
        Imports.Import done = importQuestions.report(operator, id);
        model.addAttribute("done", done);
        model.addAttribute("at", done.at().atOffset(ZoneOffset.UTC));
        model.addAttribute("hours", settings.keep().toHours());
        model.addAttribute("report", reports.shown(done.report(), locale));
        return "content/exchange-imported";
    }

    @GetMapping("/imports/{id}/pack.zip")
    ResponseEntity<byte[]> archive(@AuthenticationPrincipal CurrentOperator operator, @PathVariable UUID id) {
        return download("questions.zip", "application/zip", importQuestions.archive(operator, id));
    }

    @GetMapping("/imports/{id}/report.csv")
    ResponseEntity<byte[]> csv(@AuthenticationPrincipal CurrentOperator operator, @PathVariable UUID id,
            Locale locale) {
        return download("rapport.csv", "text/csv;charset=utf-8",
                reports.csv(importQuestions.report(operator, id).report(), locale).getBytes(StandardCharsets.UTF_8));
    }

    /** What an export holds and what it leaves out. @param scope a competence or a framework */
    @GetMapping("/export")
    String look(@AuthenticationPrincipal CurrentOperator operator, @RequestParam String scope,
            @RequestParam ExchangeFormat format, Locale locale, Model model) throws IOException {
        model.addAttribute("report", reports.shown(exportQuestions.look(operator, scope, format), locale));
        model.addAttribute("scope", scope);
        model.addAttribute("format", format);
        return "content/exchange-export";
    }

    @GetMapping("/export/report.csv")
    ResponseEntity<byte[]> exportCsv(@AuthenticationPrincipal CurrentOperator operator, @RequestParam String scope,
            @RequestParam ExchangeFormat format, Locale locale) throws IOException {
        return download("rapport.csv", "text/csv;charset=utf-8",
                reports.csv(exportQuestions.look(operator, scope, format), locale).getBytes(StandardCharsets.UTF_8));
    }

    /** Written as it is made: the files of a whole framework do not wait in memory. */
    @GetMapping("/export/file")
    void export(@AuthenticationPrincipal CurrentOperator operator, @RequestParam String scope,
            @RequestParam ExchangeFormat format, HttpServletResponse response) throws IOException {
        operator.require(CurrentOperator.Role.OPERATOR);
        if (scopes(Locale.ROOT).stream().noneMatch(each -> each.code().equals(scope))) {
            throw new DomainError("content.exchange-no-competence", DomainError.Kind.INVALID);
        }
        response.setContentType(format.type());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment("pixlti-" + scope + "." + format.extension()));
        exportQuestions.handle(operator, scope, format, response.getOutputStream());
    }

    private String page(@Nullable DomainError problem, String competence, int level, Locale locale, Model model) {
        model.addAttribute("problem", problem == null ? null : "error." + problem.code());
        model.addAttribute("problemArgs", problem == null ? new Object[0] : problem.args().toArray());
        model.addAttribute("scopes", scopes(locale));
        model.addAttribute("formats", ExchangeFormat.values());
        model.addAttribute("competence", competence);
        model.addAttribute("level", level);
        model.addAttribute("megabytes", settings.maxSize().toMegabytes());
        model.addAttribute("most", settings.maxQuestions());
        return "content/exchange";
    }

    /** Frameworks, and the competences of each. */
    private List<Scope> scopes(Locale locale) {
        return content.current().frameworks().stream().<Scope>mapMulti((framework, to) -> {
            to.accept(new Scope(framework.id(), name(framework, locale), true));
            framework.areas().stream().flatMap(area -> area.competences().stream())
                    .forEach(each -> to.accept(new Scope(each.code(), each.code() + " " + each.name(locale), false)));
        }).toList();
    }

    private static String name(Framework framework, Locale locale) {
        return framework.names().getOrDefault(locale.getLanguage(), framework.names().getOrDefault("fr", ""));
    }

    private static String name(MultipartFile file) {
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    private static ResponseEntity<byte[]> download(String name, String type, byte[] bytes) {
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(name)).body(bytes);
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }
}
