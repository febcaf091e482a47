package fr.pixlti.tool.assessment.web;

import fr.pixlti.tool.assessment.domain.reports.Report.Category;
import fr.pixlti.tool.assessment.domain.reports.ReportProblem.Sent;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** What {@code _report.html} sends: {@code report.position}, {@code report.category}, {@code report.words}. */
final class ReportForm {

    private static final Pattern POSITION = Pattern.compile("\\d{1,4}");
    /** What nobody types; new lines stay. */
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}&&[^\\n]]");

    private ReportForm() {}

    static Sent read(HttpServletRequest request, Locale language) {
        String position = Objects.requireNonNullElse(request.getParameter("report.position"), "");
        String words = Objects.requireNonNullElse(request.getParameter("report.words"), "");
        return new Sent(POSITION.matcher(position).matches() ? Integer.parseInt(position) : 0,
                category(request.getParameter("report.category")),
                CONTROLS.matcher(words.replace("\r\n", "\n").replace('\t', ' ')).replaceAll("").strip(),
                language.getLanguage(), family(request.getHeader(HttpHeaders.USER_AGENT)));
    }

    private static @Nullable Category category(@Nullable String name) {
        return Stream.of(Category.values()).filter(each -> each.name().equals(name)).findFirst().orElse(null);
    }

    /** The browser's family, and nothing more of it: some name others beside themselves, so the order counts. */
    static String family(@Nullable String agent) {
        if (agent == null) {
            return "other";
        }
        if (agent.contains("Edg")) {
            return "edge";
        }
        if (agent.contains("OPR/")) {
            return "opera";
        }
        if (agent.contains("Firefox/") || agent.contains("FxiOS/")) {
            return "firefox";
        }
        if (agent.contains("Chrome/") || agent.contains("Chromium/") || agent.contains("CriOS/")) {
            return "chrome";
        }
        return agent.contains("Safari/") ? "safari" : "other";
    }
}
