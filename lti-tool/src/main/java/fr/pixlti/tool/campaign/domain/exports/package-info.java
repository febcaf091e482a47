/** What teachers take away of a campaign: tables of its participants, for spreadsheets and for the school report. */
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.campaign.domain.exports;
