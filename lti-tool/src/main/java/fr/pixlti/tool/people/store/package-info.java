/** People, courses and sessions in MariaDB. */
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.people.store;
