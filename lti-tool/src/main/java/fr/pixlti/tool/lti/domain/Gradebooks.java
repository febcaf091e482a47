package fr.pixlti.tool.lti.domain;

import fr.pixlti.tool.lti.LtiApi.HeldResult;
import fr.pixlti.tool.lti.LtiApi.ScoreOutcome;
import fr.pixlti.tool.lti.LtiApi.ScorePost;
import fr.pixlti.tool.lti.ServiceOutcome;
import java.util.Map;
import java.util.Optional;

/** The platforms' gradebooks (Assignment and Grade Services 2.0). */
public interface Gradebooks {

    /** Sends one score; never throws for what a platform answers or fails to answer. */
    ScoreOutcome postScore(Platform platform, ScorePost score);

    /** The person's result; empty when there is none or it could not be read. */
    Optional<HeldResult> readResult(Platform platform, String lineItemUrl, String userId);

    /** Every result of a column by person; never throws for what a platform answers or fails to answer. */
    ServiceOutcome<Map<String, HeldResult>> readResults(Platform platform, String lineItemUrl);
}
