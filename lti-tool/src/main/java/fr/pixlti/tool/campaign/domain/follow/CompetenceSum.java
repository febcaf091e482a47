package fr.pixlti.tool.campaign.domain.follow;

/**
 * What some people's last sendings say of a competence.
 *
 * @param people at least 1
 * @param skills targeted, of all of them together; 0 in a collection
 * @param validated as many of these
 * @param assessed as many of which it is known whether they are validated
 * @param pix of the profile, of all of them together; 0 where it is no collection
 * @param levels of the profile, added up; 0 where it is no collection
 */
public record CompetenceSum(String competence, int people, long skills, long validated, long assessed, long pix,
        long levels) {}
