package fr.pixlti.tool.campaign.web;

/**
 * Stars reached of those that can be.
 *
 * @param reached 0 to {@code of}
 * @param of at least 1
 */
record Stars(int reached, int of) {

    public String drawn() {
        return "★".repeat(reached) + "☆".repeat(Math.max(0, of - reached));
    }
}
