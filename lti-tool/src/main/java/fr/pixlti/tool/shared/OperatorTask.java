package fr.pixlti.tool.shared;

import java.util.function.LongSupplier;

/**
 * Something that may wait for the operator: each room offers its own as beans, the console's first page shows them.
 *
 * @param path where it is dealt with, below {@code /admin}
 * @param label key of the text in the room's bundle, with the number as its only argument
 * @param order as in {@link AdminPage}
 * @param role who deals with it
 * @param count how many there are; cheap, asked at each opening of the page
 */
public record OperatorTask(String path, String label, int order, CurrentOperator.Role role, LongSupplier count) {}
