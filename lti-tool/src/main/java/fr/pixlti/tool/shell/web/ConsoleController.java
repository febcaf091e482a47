package fr.pixlti.tool.shell.web;

import fr.pixlti.tool.shared.CurrentOperator;
import fr.pixlti.tool.shared.CurrentOperator.Role;
import fr.pixlti.tool.shared.OperatorTask;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The console's first page: what waits for the operator. */
@Controller
class ConsoleController {

    private final ObjectProvider<OperatorTask> tasks;

    ConsoleController(ObjectProvider<OperatorTask> tasks) {
        this.tasks = tasks;
    }

    /** @param count above 0 */
    record Waiting(String path, String label, long count) {}

    @GetMapping("/admin")
    String home(@AuthenticationPrincipal CurrentOperator operator, Model model) {
        operator.require(Role.OPERATOR);
        List<Waiting> waiting = tasks.stream().filter(task -> ConsoleFrame.sees(operator, task.role()))
                .sorted(Comparator.comparingInt(OperatorTask::order))
                .map(task -> new Waiting(task.path(), task.label(), task.count().getAsLong()))
                .filter(each -> each.count() > 0).toList();
        model.addAttribute("waiting", waiting);
        return "shell/console";
    }
}
