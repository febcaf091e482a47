package fr.pixlti.tool.campaign.domain.exports;

import fr.pixlti.tool.content.Framework.Area;
import fr.pixlti.tool.content.Framework.Competence;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** Headers in the reader's language. */
record ExportWords(MessageSource messages, Locale reader) {

    String of(String column, Object... args) {
        return messages.getMessage("campaign.export." + column, args, reader);
    }

    String named(Competence competence) {
        return competence.code() + " " + competence.name(reader);
    }

    String named(Area area) {
        return area.code() + ". " + area.name(reader);
    }
}
