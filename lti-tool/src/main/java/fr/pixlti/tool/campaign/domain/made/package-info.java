/** A teacher makes campaigns and looks after them; somebody joins one by its code. */
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.campaign.domain.made;
