@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.content.domain.exchange;
