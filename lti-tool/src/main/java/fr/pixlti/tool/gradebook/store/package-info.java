/** Scores owed, in MariaDB. */
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.gradebook.store;
