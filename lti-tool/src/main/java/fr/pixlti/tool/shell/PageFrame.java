package fr.pixlti.tool.shell;

import fr.pixlti.tool.shared.CurrentPerson;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** What the layout of every page asks for: addresses of its files, and who is there. */
@Component("frame")
public class PageFrame {

    private final String bootstrap;
    private final String htmx;
    private final String style;
    private final String script;

    PageFrame(Versions versions) {
        this.bootstrap = "/webjars/bootstrap/" + versions.bootstrap() + "/css/bootstrap.min.css";
        this.htmx = "/webjars/htmx.org/" + versions.htmx() + "/dist/htmx.min.js";
        this.style = versioned("assets/tool.css");
        this.script = versioned("assets/tool.js");
    }

    public String bootstrap() {
        return bootstrap;
    }

    public String htmx() {
        return htmx;
    }

    public String style() {
        return style;
    }

    public String script() {
        return script;
    }

    /** Name of the person at the browser, empty when nobody is there or the host gave no name. */
    public String viewer() {
        CurrentPerson person = person();
        return person == null ? "" : person.displayName();
    }

    /** Whether somebody is there who has pages of their own. */
    public boolean signedIn() {
        return person() != null;
    }

    private static @Nullable CurrentPerson person() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof CurrentPerson person ? person : null;
    }

    /** The address changes with the content, so browsers may keep the file for ever. */
    private static String versioned(String path) {
        try (InputStream file = new ClassPathResource("static/" + path).getInputStream()) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(file.readAllBytes());
            return "/" + path + "?v=" + HexFormat.of().formatHex(hash, 0, 6);
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot read " + path, e);
        }
    }

    /** Versions of the libraries that pages use, filled in by the build: {@code pixlti.assets.*}. */
    @ConfigurationProperties("pixlti.assets")
    record Versions(String bootstrap, String htmx) {}
}
