package fr.pixlti.tool.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import fr.pixlti.tool.testing.Reply.Form;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * One launch by a browser, step by step or whole. The token comes from the double's own endpoints and is then altered and
 * signed again as asked; without alterations it is passed on untouched.
 *
 * <pre>{@code
 * Reply page = lms.launch(browser, pupil, activity).open();
 * Reply refused = lms.launch(browser, pupil, activity).claims(claims -> claims.remove("sub")).open();
 * Reply forged = lms.launch(browser, pupil, activity).keyId(null).open();
 * }</pre>
 */
@NullMarked
public final class Launch {

    private final Browser browser;
    private final String startUrl;
    private final Map<String, String> loginChanges = new LinkedHashMap<>();
    private boolean altered;
    private boolean loginByGet;
    private RSAKey signer;
    private @Nullable String keyId;
    private Consumer<Map<String, Object>> claims = all -> {};
    private UnaryOperator<String> token = UnaryOperator.identity();
    private UnaryOperator<Form> form = UnaryOperator.identity();

    Launch(Browser browser, String startUrl, RSAKey key) {
        this.browser = browser;
        this.startUrl = startUrl;
        this.signer = key;
        this.keyId = key.getKeyID();
    }

    /** Changes the claims before they are signed again. */
    public Launch claims(Consumer<Map<String, Object>> change) {
        claims = claims.andThen(change);
        altered = true;
        return this;
    }

    /** Names another key in the header, or none. */
    public Launch keyId(@Nullable String id) {
        keyId = id;
        altered = true;
        return this;
    }

    /** Signs with another key; the header names the double's own unless {@link #keyId} says otherwise. */
    public Launch signedBy(RSAKey other) {
        signer = other;
        altered = true;
        return this;
    }

    /** Changes the token as a string, after everything else. */
    public Launch token(UnaryOperator<String> change) {
        token = change;
        return this;
    }

    /** Changes the form that carries token and state, after everything else. */
    public Launch form(UnaryOperator<Form> change) {
        form = change;
        return this;
    }

    /** Changes a parameter of the login; an empty value leaves it out. */
    public Launch login(String parameter, String value) {
        loginChanges.put(parameter, value);
        return this;
    }

    /** Begins by GET, as some platforms do. */
    public Launch loginByGet() {
        loginByGet = true;
        return this;
    }

    /** Opens the activity in the LMS and goes to the tool's login: its answer, normally a redirect back to the LMS. */
    public Reply login() {
        Form login = browser.get(startUrl).form();
        Map<String, String> fields = new LinkedHashMap<>(login.fields());
        loginChanges.forEach((name, value) -> {
            if (value.isEmpty()) {
                fields.remove(name);
            } else {
                fields.put(name, value);
            }
        });
        if (!loginByGet) {
            return browser.submitOnly(new Form(login.action(), fields));
        }
        String query = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return browser.getOnly(login.action() + "?" + query);
    }

    /** Goes as far as the LMS's answer: the form with {@code id_token} and {@code state}, to be submitted by the browser. */
    public Form answer() {
        Form posted = browser.follow(login()).form();
        String original = posted.fields().get("id_token");
        if (original == null) {
            return form.apply(posted);
        }
        return form.apply(posted.with("id_token", token.apply(altered ? alter(original) : original)));
    }

    /** The whole launch: the page the browser ends on. */
    public Reply open() {
        return browser.submit(answer());
    }

    private String alter(String original) {
        try {
            Map<String, Object> all = new LinkedHashMap<>(SignedJWT.parse(original).getPayload().toJSONObject());
            claims.accept(all);
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT).keyID(keyId).build();
            JWSObject jws = new JWSObject(header, new Payload(all));
            jws.sign(new RSASSASigner(signer));
            return jws.serialize();
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
