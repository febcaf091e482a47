package fr.pixlti.tool.content.domain.exchange;

import fr.pixlti.tool.content.domain.SafeDrawing;
import fr.pixlti.tool.content.domain.ServedFile;
import fr.pixlti.tool.shared.DomainError;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import org.jsoup.Jsoup;

/** Files that came with questions: only kinds that are served, that are what their names say, and that do nothing. */
final class SafeFile {

    private static final int LONGEST_NAME = 60;
    private static final String ACTIVE = "script, iframe, frame, object, embed, applet, base, link, meta[http-equiv], "
            + "[^on], [href^=javascript:], [src^=javascript:]";

    private SafeFile() {}

    static boolean accepts(Question.Media file) {
        String name = servedName(file.name());
        byte[] bytes = file.bytes();
        return bytes.length > 0 && ServedFile.typeOf(name).isPresent() && switch (extension(name)) {
            case "png" -> begins(bytes, 0x89, 'P', 'N', 'G');
            case "jpg" -> begins(bytes, 0xFF, 0xD8, 0xFF);
            case "webp" -> begins(bytes, 'R', 'I', 'F', 'F');
            case "pdf" -> begins(bytes, '%', 'P', 'D', 'F');
            case "zip", "ods", "odt", "odp" -> begins(bytes, 'P', 'K');
            case "svg" -> isDrawing(bytes);
            case "html" -> Jsoup.parse(new String(bytes, StandardCharsets.UTF_8)).select(ACTIVE).isEmpty();
            default -> true;
        };
    }

    static boolean isPicture(Question.Media file) {
        return ServedFile.isPicture(servedName(file.name()));
    }

    /** A name for the content folder: no folders, no accents, nothing but letters, digits, points and hyphens. */
    static String servedName(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = Normalizer.normalize(last, Normalizer.Form.NFD).replaceAll("\\p{M}", "")
                .replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+", "");
        int point = plain.lastIndexOf('.');
        String stem = point < 0 ? plain : plain.substring(0, point);
        String extension = point < 0 ? "" : plain.substring(point + 1).toLowerCase(Locale.ROOT);
        return (stem.isEmpty() ? "fichier" : stem.substring(0, Math.min(LONGEST_NAME, stem.length())))
                + "." + (extension.equals("jpeg") ? "jpg" : extension.equals("htm") ? "html" : extension);
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static boolean begins(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDrawing(byte[] bytes) {
        try {
            XmlElement root = SafeXml.whole(bytes);
            return root.name().equals("svg") && isHarmless(root) && SafeDrawing.faults("", bytes).isEmpty();
        } catch (DomainError e) {
            return false;
        }
    }

    private static boolean isHarmless(XmlElement element) {
        boolean acts = switch (element.name().toLowerCase(Locale.ROOT)) {
            case "script", "foreignobject", "handler", "listener", "iframe", "set", "animate" -> true;
            case "style" -> loads(element.text());
            default -> false;
        };
        return !acts
                && element.attributes().entrySet().stream().allMatch(each -> isHarmless(each.getKey(), each.getValue()))
                && element.children().stream().allMatch(SafeFile::isHarmless);
    }

    private static boolean isHarmless(String attribute, String value) {
        String name = attribute.toLowerCase(Locale.ROOT);
        if (name.startsWith("on")) {
            return false;
        }
        if (name.equals("href") || name.equals("src")) {
            return value.startsWith("#") || value.startsWith("data:image/png") || value.startsWith("data:image/jpeg");
        }
        return !loads(value);
    }

    private static boolean loads(String style) {
        String plain = style.toLowerCase(Locale.ROOT).replaceAll("\\s", "");
        return plain.contains("@import") || plain.contains("javascript:")
                || plain.replace("url(#", "").replace("url('#", "").replace("url(\"#", "").contains("url(");
    }
}
