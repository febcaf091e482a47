/** Choosing questions, marking answers, estimating: a learner's knowledge and profile. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"content"})
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.assessment;
