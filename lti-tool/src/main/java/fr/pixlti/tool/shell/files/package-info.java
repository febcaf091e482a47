/** The makers of the files that rooms hand out: tables for spreadsheets, PDFs. */
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.shell.files;
