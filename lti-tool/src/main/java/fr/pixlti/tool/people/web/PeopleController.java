package fr.pixlti.tool.people.web;

import fr.pixlti.tool.people.domain.ErasePerson;
import fr.pixlti.tool.people.domain.ExportPerson;
import fr.pixlti.tool.people.domain.KnownPeople.Found;
import fr.pixlti.tool.people.domain.SearchPeople;
import fr.pixlti.tool.shared.CurrentOperator;
import fr.pixlti.tool.shared.PersonId;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What is held of a person, for operators who answer a request of theirs: to look, to hand out, to erase. A search is
 * posted, because a name in an address would stay in logs and histories.
 */
@Controller
@RequestMapping("/admin/people")
class PeopleController {

    private final SearchPeople searchPeople;
    private final ExportPerson exportPerson;
    private final ErasePerson erasePerson;
    private final MessageSource messages;

    PeopleController(SearchPeople searchPeople, ExportPerson exportPerson, ErasePerson erasePerson,
            MessageSource messages) {
        this.searchPeople = searchPeople;
        this.exportPerson = exportPerson;
        this.erasePerson = erasePerson;
        this.messages = messages;
    }

    @GetMapping
    String ask(@AuthenticationPrincipal CurrentOperator operator,
            @RequestParam(defaultValue = "false") boolean erased, Model model) {
        model.addAttribute("page", PeoplePage.of("", searchPeople.handle(operator, "", null), erased));
        return "people/people";
    }

    @PostMapping
    String search(@AuthenticationPrincipal CurrentOperator operator, @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable UUID before, Model model) {
        model.addAttribute("page", PeoplePage.of(text, searchPeople.handle(operator, text, before), false));
        return "people/people";
    }

    @GetMapping("/{id}")
    String look(@AuthenticationPrincipal CurrentOperator operator, @PathVariable UUID id, Model model) {
        model.addAttribute("page", PersonPage.of(exportPerson.look(operator, new PersonId(id))));
        return "people/person";
    }

    @PostMapping("/{id}/export")
    ResponseEntity<byte[]> export(@AuthenticationPrincipal CurrentOperator operator, @PathVariable UUID id) {
        byte[] json = exportPerson.handle(operator, new PersonId(id));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename("pixlti-" + id + ".json").build().toString())
                .body(json);
    }

    /** @param word typed by the operator, to be sure */
    @PostMapping("/{id}/erase")
    String erase(@AuthenticationPrincipal CurrentOperator operator, @PathVariable UUID id,
            @RequestParam(defaultValue = "") String word, Locale locale, HttpServletResponse response, Model model) {
        String expected = messages.getMessage("people.person.word", null, locale);
        if (!expected.equalsIgnoreCase(word.strip())) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("mistyped", true);
            return look(operator, id, model);
        }
        erasePerson.handle(operator, new PersonId(id));
        return "redirect:/admin/people?erased=true";
    }

    /** @param next the person after whom the next page begins, absent on the last one */
    record PeoplePage(String text, List<Row> rows, @Nullable UUID next, boolean erased) {

        static PeoplePage of(String text, SearchPeople.Page page, boolean erased) {
            return new PeoplePage(text.strip(), page.people().stream().map(Row::of).toList(), page.next(), erased);
        }
    }

    /** @param seenOn day of the last sign-in, absent for who never came */
    record Row(UUID id, String name, @Nullable String email, List<String> subjects, List<String> courses,
            OffsetDateTime knownSince, @Nullable LocalDate seenOn) {

        static Row of(Found found) {
            return new Row(found.id().value(), found.names().display(), found.names().email(), found.subjects(),
                    found.courses(), found.knownSince().atOffset(ZoneOffset.UTC), found.seenOn());
        }
    }

    /** @param parts what is held, in numbers */
    record PersonPage(Row person, List<Part> parts) {

        static PersonPage of(ExportPerson.Held held) {
            return new PersonPage(Row.of(held.person()),
                    held.parts().stream().map(part -> new Part(part.label(), part.rows().size())).toList());
        }
    }

    /** @param label key of its name */
    record Part(String label, int number) {}
}
