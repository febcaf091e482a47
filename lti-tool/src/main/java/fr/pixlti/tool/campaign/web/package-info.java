/** The learner's and the teacher's pages of an activity. */
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.campaign.web;
