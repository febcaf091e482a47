package fr.pixlti.tool.campaign.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.campaign.domain.Participation.Status;
import fr.pixlti.tool.campaign.domain.follow.ParticipantFilter.Order;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ParticipantsFormTests {

    private static final UUID CAMPAIGN = new UUID(1, 2);

    @Test
    void the_address_says_all_that_limits_the_list_and_nothing_else() {
        ParticipantsForm form = new ParticipantsForm(new UUID(3, 4), Status.SENT, 2, "web", " d'Été & co #1 ",
                Order.RESULT, 3, true);
        assertThat(form.address(CAMPAIGN).encode().build().toUriString()).isEqualTo("/campaigns/" + CAMPAIGN
                + "/participants?group=" + new UUID(3, 4)
                + "&state=SENT&stage=2&badge=web&q=d%27%C3%89t%C3%A9%20%26%20co%20%231&sort=RESULT");
        ParticipantsForm empty = new ParticipantsForm(null, null, null, "", "", Order.NAME, null, null);
        assertThat(empty.address(CAMPAIGN).encode().build().toUriString())
                .isEqualTo("/campaigns/" + CAMPAIGN + "/participants");
        assertThat(empty.filter().limits()).isFalse();
        assertThat(form.filter().nameParts()).containsExactly("d", "ete", "co", "1");
    }

    @Test
    void a_search_without_end_is_cut() {
        ParticipantsForm form = new ParticipantsForm(null, null, null, null, "x".repeat(10_000), null, null, null);
        assertThat(form.filter().words()).hasSize(100);
        assertThat(form.filter().order()).isEqualTo(Order.NAME);
    }
}
