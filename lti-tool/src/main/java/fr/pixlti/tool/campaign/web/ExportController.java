package fr.pixlti.tool.campaign.web;

import fr.pixlti.tool.campaign.domain.exports.Attestation;
import fr.pixlti.tool.campaign.domain.exports.ExportCampaign;
import fr.pixlti.tool.campaign.domain.exports.ExportTerm;
import fr.pixlti.tool.campaign.domain.exports.FindExported;
import fr.pixlti.tool.campaign.domain.exports.FindExported.Exported;
import fr.pixlti.tool.campaign.domain.exports.ReadAttestations;
import fr.pixlti.tool.shared.CurrentPerson;
import fr.pixlti.tool.shared.TableFile;
import jakarta.servlet.http.HttpServletResponse;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Files of a campaign that a teacher made. */
@Controller
class ExportController {

    private static final String PDF = "application/pdf";

    private final FindExported find;
    private final ExportCampaign exportCampaign;
    private final ExportTerm exportTerm;
    private final ReadAttestations readAttestations;
    private final AttestationFile attestationFile;

    ExportController(FindExported find, ExportCampaign exportCampaign, ExportTerm exportTerm,
            ReadAttestations readAttestations, AttestationFile attestationFile) {
        this.find = find;
        this.exportCampaign = exportCampaign;
        this.exportTerm = exportTerm;
        this.readAttestations = readAttestations;
        this.attestationFile = attestationFile;
    }

    /** For teachers of the course: participants and their results. */
    @GetMapping("/campaigns/{id}/export")
    void campaign(@PathVariable UUID id, @RequestParam(defaultValue = "CSV") TableFile.Format format,
            @AuthenticationPrincipal CurrentPerson person, Locale locale, HttpServletResponse response) {
        Exported exported = find.of(id, person.id());
        exportCampaign.handle(exported, format, locale, table(response, exported, format));
    }

    /** For teachers of the course, of a collection: levels by area for the school report. */
    @GetMapping("/campaigns/{id}/term")
    void term(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID group,
            @RequestParam(defaultValue = "CSV") TableFile.Format format,
            @AuthenticationPrincipal CurrentPerson person, Locale locale, HttpServletResponse response) {
        Exported exported = find.of(id, person.id());
        exportTerm.handle(exported, group, format, locale, table(response, exported, format));
    }

    /** For teachers of the course: the attestations of those who sent their result. */
    @GetMapping("/campaigns/{id}/attestations")
    void attestations(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID group,
            @AuthenticationPrincipal CurrentPerson person, Locale locale, HttpServletResponse response) {
        Exported exported = find.of(id, person.id());
        write(readAttestations.ofCampaign(exported, group, locale), exported.settings().name(), locale, response);
    }

    /** For the participation's own person; {@link ReadAttestations} checks. */
    @GetMapping("/participations/{id}/attestation")
    void attestation(@PathVariable UUID id, @AuthenticationPrincipal CurrentPerson person, Locale locale,
            HttpServletResponse response) {
        Attestation own = readAttestations.own(id, person.id(), locale);
        write(List.of(own), own.path(), locale, response);
    }

    private void write(List<Attestation> all, String name, Locale locale, HttpServletResponse response) {
        attestationFile.write(all.getFirst().path(), all.stream().map(AttestationPage::of).toList(), locale,
                new Download(response, name, "pdf", PDF));
    }

    private static OutputStream table(HttpServletResponse response, Exported exported, TableFile.Format format) {
        return new Download(response, exported.settings().name(), format.extension(), format.mediaType());
    }
}
