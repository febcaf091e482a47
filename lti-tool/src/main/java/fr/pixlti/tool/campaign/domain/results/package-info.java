/** The arithmetic of results: mastery, stars, badges, what to work on. Functions of records; nothing is read or kept. */
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.campaign.domain.results;
