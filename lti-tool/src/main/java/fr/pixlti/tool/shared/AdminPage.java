package fr.pixlti.tool.shared;

/**
 * An entry of the admin console's menu: each room offers its own as beans.
 *
 * @param path below {@code /admin}, for example {@code /admin/platforms}
 * @param label key of the text in the room's bundle
 * @param order platforms 100, invitations 110, keys 120, passback 200, accounts 900, audit 910
 * @param role who sees it
 */
public record AdminPage(String path, String label, int order, CurrentOperator.Role role) {}
