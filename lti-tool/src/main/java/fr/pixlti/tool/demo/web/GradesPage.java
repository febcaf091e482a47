package fr.pixlti.tool.demo.web;

import java.util.List;

/**
 * The gradebook as a table.
 *
 * @param columns their titles
 * @param updated time of day it was read
 */
record GradesPage(List<String> columns, List<Row> rows, String updated) {

    /** A pupil and what each column holds for them. */
    record Row(String name, List<Cell> cells) {}

    /**
     * @param value empty when the column holds nothing for the pupil
     * @param received what the tool sent, on its own scale
     * @param at when, as the tool said
     * @param review where the pupil's work is looked at, below the teacher's own address; empty when it is not
     */
    record Cell(String value, String received, String comment, String at, String review) {}
}
