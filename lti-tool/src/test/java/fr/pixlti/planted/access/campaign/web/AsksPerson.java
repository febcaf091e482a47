package fr.pixlti.planted.access.campaign.web;

import fr.pixlti.tool.shared.CurrentPerson;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Lawful. */
@Controller
class AsksPerson {

    @GetMapping("/campaigns/{id}")
    String lawful(@PathVariable String id, CurrentPerson person) {
        return id + person.id();
    }
}
