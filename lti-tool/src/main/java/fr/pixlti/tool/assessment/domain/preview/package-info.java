/** Items as operators and authors look at them, before and beside learners. Nothing is stored. */
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.assessment.domain.preview;
