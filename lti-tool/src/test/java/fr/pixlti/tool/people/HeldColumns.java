package fr.pixlti.tool.people;

import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;

/** Looks through every column of the database. */
final class HeldColumns {

    private static final String COLUMNS = "SELECT table_name, column_name, data_type, character_set_name "
            + "FROM information_schema.columns WHERE table_schema = database()";

    private HeldColumns() {}

    /** Columns, as {@code table.column}, that name the person by id, or hold their word. */
    static Set<String> of(DSLContext db, PersonRows rows) {
        Set<String> held = new TreeSet<>();
        String id = rows.person().toString();
        for (var column : db.fetch(COLUMNS)) {
            String table = column.get(0, String.class);
            String name = column.get(1, String.class);
            boolean found = column.get(2, String.class).equals("uuid")
                    ? any(db, table, name + " = '" + id + "'")
                    : column.get(3) != null
                            && any(db, table,
                                    name + " LIKE '%" + rows.word() + "%' OR " + name + " LIKE '%" + id + "%'");
            if (found) {
                held.add(table + "." + name);
            }
        }
        return held;
    }

    private static boolean any(DSLContext db, String table, String condition) {
        return db.fetchSingle("SELECT count(*) FROM " + table + " WHERE " + condition).into(int.class) > 0;
    }

    /** Columns of ids that may be those of people: all that are no key of a thing by their name. */
    static Set<String> idsOfPeople(DSLContext db, Set<String> things) {
        Set<String> ids = new TreeSet<>();
        for (var column : db.fetch(COLUMNS)) {
            if (column.get(2, String.class).equals("uuid") && !things.contains(column.get(1, String.class))) {
                ids.add(column.get(0, String.class) + "." + column.get(1, String.class));
            }
        }
        return ids;
    }

    /** Columns that may hold words of people or about them: those of all letters, and those whose names say so. */
    static Set<String> texts(DSLContext db) {
        Set<String> texts = new TreeSet<>();
        for (var column : db.fetch(COLUMNS)) {
            String charset = column.get(3, String.class);
            String name = column.get(1, String.class);
            if (charset != null && (charset.equals("utf8mb4") || name.contains("name") || name.contains("mail"))) {
                texts.add(column.get(0, String.class) + "." + name);
            }
        }
        return texts;
    }
}
