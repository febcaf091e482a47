package fr.pixlti.tool.campaign.web;

import fr.pixlti.tool.campaign.domain.Participation.Status;
import fr.pixlti.tool.campaign.domain.follow.ParticipantFilter;
import fr.pixlti.tool.campaign.domain.follow.ParticipantFilter.Order;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which participants are asked for: all of it stands in the address, so that a list can be kept and sent to a colleague.
 *
 * @param stage stars
 * @param q part of a name
 * @param page from 0
 * @param absent whether everybody who never came is to be named
 */
record ParticipantsForm(@Nullable UUID group, @Nullable Status state, @Nullable Integer stage, @Nullable String badge,
        @Nullable String q, @Nullable Order sort, @Nullable Integer page, @Nullable Boolean absent) {

    private static final int LONGEST_SEARCH = 100;

    public ParticipantFilter filter() {
        String words = q == null ? "" : q.strip();
        return new ParticipantFilter(group, state, stage, badge == null || badge.isBlank() ? null : badge,
                words.length() <= LONGEST_SEARCH ? words : words.substring(0, LONGEST_SEARCH),
                sort == null ? Order.NAME : sort);
    }

    /** Number of the page, from 0. */
    public int number() {
        return page == null ? 0 : page;
    }

    public boolean everybodyAbsent() {
        return Boolean.TRUE.equals(absent);
    }

    /** Address of the list, limited in the same way. */
    UriComponentsBuilder address(UUID campaign) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/campaigns/" + campaign + "/participants");
        add(address, "group", group);
        add(address, "state", state);
        add(address, "stage", stage);
        add(address, "badge", badge == null || badge.isBlank() ? null : badge);
        add(address, "q", q == null || q.isBlank() ? null : q.strip());
        add(address, "sort", sort == null || sort == Order.NAME ? null : sort);
        return address;
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable Object value) {
        if (value != null) {
            address.queryParam(name, "{" + name + "}").uriVariables(java.util.Map.of(name, value));
        }
    }
}
