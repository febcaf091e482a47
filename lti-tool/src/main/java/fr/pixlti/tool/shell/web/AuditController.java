package fr.pixlti.tool.shell.web;

import fr.pixlti.tool.shared.CurrentOperator;
import fr.pixlti.tool.shell.domain.ReadAudit;
import fr.pixlti.tool.shell.domain.ReadAudit.AuditPage;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who did what in the console. */
@Controller
class AuditController {

    private final ReadAudit readAudit;
    private final MessageSource messages;

    AuditController(ReadAudit readAudit, MessageSource messages) {
        this.readAudit = readAudit;
        this.messages = messages;
    }

    record Row(OffsetDateTime at, String account, String deed, String subject) {}

    /** @param code as recorded */
    record Action(String code, String words) {}

    @GetMapping("/admin/audit")
    String audit(@AuthenticationPrincipal CurrentOperator operator,
            @RequestParam(required = false) @Nullable UUID account,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable UUID before, Locale locale, Model model) {
        String wanted = action == null || action.isBlank() ? null : action;
        AuditPage page = readAudit.handle(operator, account, wanted, before);
        List<Row> rows = page.entries().stream().map(entry -> new Row(entry.at().atOffset(ZoneOffset.UTC),
                entry.accountName(), words(entry.action(), locale), entry.subject())).toList();
        model.addAttribute("rows", rows);
        model.addAttribute("next", page.next());
        model.addAttribute("accounts", page.accounts());
        model.addAttribute("actions", page.actions().stream().map(code -> new Action(code, words(code, locale)))
                .sorted(Comparator.comparing(Action::words)).toList());
        model.addAttribute("account", account);
        model.addAttribute("action", wanted);
        return "shell/audit";
    }

    /** The code itself for a deed that a later release of another node recorded. */
    private String words(String action, Locale locale) {
        return String.valueOf(messages.getMessage("audit." + action, null, action, locale));
    }
}
