/** Benches. */
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.bench;
