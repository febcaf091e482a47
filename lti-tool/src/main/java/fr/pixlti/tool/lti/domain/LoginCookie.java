package fr.pixlti.tool.lti.domain;

/**
 * The cookie that ties a launch to the browser that began the login. One per login, so that activities which open in
 * several tabs at once do not take each other's.
 *
 * @param https whether the name may carry {@code __Host-}
 */
public record LoginCookie(boolean https) {

    public String name(OneUseSecret state) {
        return (https ? "__Host-lti-" : "lti-") + state.shortName();
    }
}
