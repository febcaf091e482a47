/** Questions of other systems: Moodle XML, GIFT and QTI 3.0 in and out. What comes in is somebody's file: trusted in nothing. */
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.content.domain.exchange;
