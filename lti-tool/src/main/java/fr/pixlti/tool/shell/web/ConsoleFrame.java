package fr.pixlti.tool.shell.web;

import fr.pixlti.tool.shared.AdminPage;
import fr.pixlti.tool.shared.CurrentOperator;
import java.util.List;

/**
 * What the console's layout shows around each page.
 *
 * @param operator name of who is there
 * @param menu the pages that the operator may open
 */
record ConsoleFrame(String operator, List<Entry> menu) {

    /**
     * @param label message key
     * @param current whether the page shown is this one or below it
     */
    public record Entry(String path, String label, boolean current) {}

    static ConsoleFrame of(CurrentOperator operator, List<AdminPage> pages, String path) {
        return new ConsoleFrame(operator.name(), pages.stream().filter(page -> sees(operator, page.role()))
                .map(page -> new Entry(page.path(), page.label(), current(page.path(), path))).toList());
    }

    static boolean sees(CurrentOperator operator, CurrentOperator.Role role) {
        return operator.roles().contains(role) || operator.roles().contains(CurrentOperator.Role.ADMINISTRATOR);
    }

    private static boolean current(String page, String path) {
        return page.equals("/admin") ? path.equals(page) : path.equals(page) || path.startsWith(page + "/");
    }
}
