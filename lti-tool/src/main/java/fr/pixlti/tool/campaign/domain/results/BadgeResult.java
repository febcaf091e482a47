package fr.pixlti.tool.campaign.domain.results;

import fr.pixlti.tool.content.TargetProfile.Badge;

/**
 * Where somebody stands with a badge (pix.md §1, badges).
 *
 * @param obtained whether every criterion holds
 * @param progress rounded mean of how far each criterion is from its threshold, in percent, 0 to 100
 */
public record BadgeResult(Badge badge, boolean obtained, int progress) {}
