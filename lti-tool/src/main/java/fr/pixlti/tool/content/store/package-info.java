/** Releases and packs in the database. */
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.content.store;
