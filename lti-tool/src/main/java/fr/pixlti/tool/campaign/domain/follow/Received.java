package fr.pixlti.tool.campaign.domain.follow;

/**
 * What has come in.
 *
 * @param started tests under way, nothing completed yet
 * @param completed finished, not sent
 * @param sent participations of which a result was sent
 * @param mark changes with every sending: what was reckoned under one mark still holds while it is the same
 */
public record Received(int started, int completed, int sent, String mark) {

    public int participations() {
        return started + completed + sent;
    }
}
