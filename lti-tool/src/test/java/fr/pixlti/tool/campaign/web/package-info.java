@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.campaign.web;
