package fr.pixlti.planted.access.campaign.web;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Planted: the same, its path in two parts. */
@RestController
@RequestMapping("/lti")
class OpenByBase {

    @PostMapping("/forbidden")
    String forbidden() {
        return "";
    }

    @PostMapping("/launch")
    String lawful() {
        return "";
    }
}
