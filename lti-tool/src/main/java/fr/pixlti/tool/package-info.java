/** Pix LTI, room by room: the arrows between rooms go down only, and a test keeps it so. */
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool;
