package fr.pixlti.planted.access.campaign.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Planted: a handler that does not say who may call it. */
@Controller
class OpenToAll {

    @GetMapping("/campaigns/{id}/secret")
    String forbidden(@PathVariable String id) {
        return id;
    }

    @GetMapping("/content/{release}/{*path}")
    String lawful(@PathVariable String path) {
        return path;
    }
}
