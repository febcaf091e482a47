/** What teachers see of a campaign that they made: who takes part, what was sent, what is to be worked on. */
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.campaign.domain.follow;
