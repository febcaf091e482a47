/** The embedded MariaDB on which the migrations are tried, the schema classes generated and, by default, the tool runs. */
@org.jspecify.annotations.NullMarked
package fr.pixlti.migrations;
