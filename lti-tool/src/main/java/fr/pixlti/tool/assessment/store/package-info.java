/** Assessments, answers and knowledge in MariaDB. */
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.assessment.store;
