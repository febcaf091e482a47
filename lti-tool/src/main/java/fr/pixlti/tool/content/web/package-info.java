/** Serves the pictures and files that items show or hand out. */
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.content.web;
