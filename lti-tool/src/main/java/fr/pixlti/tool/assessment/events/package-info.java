/** What happens in assessments. */
@org.springframework.modulith.NamedInterface("events")
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.assessment.events;
