package fr.pixlti.tool.campaign.domain.follow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One sending of somebody's.
 *
 * @param number from 1
 * @param mastery percent; absent in a collection
 * @param stage index of the stage reached; absent without stars
 * @param pix of the profile; absent where it is no collection
 */
public record Sending(int number, Instant at, @Nullable Integer mastery, @Nullable Integer stage,
        @Nullable Integer pix) {}
