/** Opening a campaign, taking part, improving, starting over. */
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.campaign.domain;
