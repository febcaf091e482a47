package fr.pixlti.tool.campaign.domain;

import fr.pixlti.tool.campaign.events.ParticipationScored.CompetenceLevel;
import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.Framework;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Names a person's level in a competence as the gradebook's columns need it. */
@Component
class NameLevels {

    private final ContentApi content;

    NameLevels(ContentApi content) {
        this.content = content;
    }

    /** @param language of the course */
    CompetenceLevel of(String code, int level, int maxLevel, int pix, Locale language) {
        ContentRelease release = content.current();
        // Content releases keep their competences; without a name, the code still says which one it is.
        Optional<Framework.Area> area = release.areaOf(code);
        return new CompetenceLevel(code, release.competence(code).map(found -> found.name(language)).orElse(""),
                area.map(Framework.Area::code).orElse(code), area.map(found -> found.name(language)).orElse(""), level,
                maxLevel, pix);
    }
}
