/** The platform's half of LTI 1.3 and of its grade services, as strict as Moodle 4.5. */
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.demo.wire;
