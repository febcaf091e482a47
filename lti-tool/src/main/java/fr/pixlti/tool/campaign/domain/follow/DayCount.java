package fr.pixlti.tool.campaign.domain.follow;

import java.time.LocalDate;

/** How many results came on a day. @param count at least 1 */
public record DayCount(LocalDate day, int count) {}
