/** Reading and checking the content files. */
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.content.domain;
