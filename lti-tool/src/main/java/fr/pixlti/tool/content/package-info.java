/** Competence frameworks, skills, items and lessons: immutable releases held in memory. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.content;
