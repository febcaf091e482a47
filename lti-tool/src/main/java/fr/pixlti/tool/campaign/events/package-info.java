/** What happens in campaigns. */
@org.springframework.modulith.NamedInterface("events")
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.campaign.events;
