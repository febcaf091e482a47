/** Campaigns and participations in MariaDB. */
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.campaign.store;
