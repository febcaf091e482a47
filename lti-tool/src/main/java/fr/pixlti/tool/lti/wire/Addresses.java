package fr.pixlti.tool.lti.wire;

import java.net.URI;

/** Addresses beside those that a platform gave. */
final class Addresses {

    private Addresses() {}

    /**
     * Line item addresses carry a query (Moodle: {@code ?type_id=}), which stays behind the added segment.
     *
     * @param segment empty, or beginning with a slash
     * @param moreQuery empty, or parameters without {@code ?}
     * @throws IllegalArgumentException when the platform's text is no address
     */
    static URI below(String address, String segment, String moreQuery) {
        int query = address.indexOf('?');
        String path = query < 0 ? address : address.substring(0, query);
        String kept = query < 0 ? "" : address.substring(query + 1);
        String all = kept.isEmpty() || moreQuery.isEmpty() ? kept + moreQuery : kept + "&" + moreQuery;
        return URI.create(path + segment + (all.isEmpty() ? "" : "?" + all));
    }
}
