/** What the demo LMS knows: people, a course, its gradebook, the key it signs with, the tool it has registered. */
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.demo.domain;
