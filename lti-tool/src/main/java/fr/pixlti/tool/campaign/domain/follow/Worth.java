package fr.pixlti.tool.campaign.domain.follow;

import org.jspecify.annotations.Nullable;

/**
 * How many have sent the same.
 *
 * @param mastery percent; absent in a collection
 * @param stage index of the stage reached; absent without stars
 * @param pix of the profile; absent where it is no collection
 * @param certifiable number of competences at level 1 or above; absent where it is no collection
 */
public record Worth(@Nullable Integer mastery, @Nullable Integer stage, @Nullable Integer pix,
        @Nullable Integer certifiable, int people) {}
