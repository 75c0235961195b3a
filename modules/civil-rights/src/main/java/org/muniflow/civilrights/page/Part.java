package org.muniflow.civilrights.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a sheet: a table of what is on file, and a form below it.
 *
 * @param key the part's key, which buttons carry
 * @param title the heading
 * @param intro a sentence or two of help; may be empty
 * @param columns the table's headings; empty for no table
 * @param rows the table's rows
 * @param none what to say when there are no rows
 * @param changes {@code edit} if rows can be changed and removed, {@code remove} if only removed, else empty
 * @param item the row being changed; empty when a new one is entered
 * @param formTitle the heading of the form; empty for no form
 * @param fields the form's fields
 * @param buttons the form's buttons
 * @param upload whether the form carries files
 */
record Part(
        String key,
        String title,
        String intro,
        List<String> columns,
        List<Row> rows,
        String none,
        String changes,
        String item,
        String formTitle,
        List<Field> fields,
        List<Button> buttons,
        boolean upload) {

    /**
     * A row.
     *
     * @param id what it stands for
     * @param cells its cells in the order of the columns
     */
    record Row(String id, List<String> cells) {}

    /**
     * A button.
     *
     * @param action what the page does
     * @param label what it says
     */
    record Button(String action, String label) {}

    static Part of(String key, String title, String intro) {
        return new Part(key, title, intro, List.of(), List.of(), "", "", "", "", List.of(), List.of(), false);
    }

    static Row row(String id, @Nullable Object... cells) {
        return new Row(id, Arrays.stream(cells).map(Words::of).toList());
    }

    Part table(List<String> columns, List<Row> rows, String none) {
        return new Part(key, title, intro, columns, rows, none, changes, item, formTitle, fields, buttons, upload);
    }

    /** Lets rows be changed one at a time; {@code item} is the one being changed, or empty. */
    Part changing(String item) {
        return new Part(key, title, intro, columns, rows, none, "edit", item, formTitle, fields, buttons, upload);
    }

    /** Lets rows be removed one at a time. */
    Part removing() {
        return new Part(key, title, intro, columns, rows, none, "remove", item, formTitle, fields, buttons, upload);
    }

    Part form(String formTitle, Field... fields) {
        return new Part(
                key, title, intro, columns, rows, none, changes, item, formTitle, List.of(fields), buttons, upload);
    }

    Part button(String action, String label) {
        List<Button> more = new ArrayList<>(buttons);
        more.add(new Button(action, label));
        return new Part(
                key, title, intro, columns, rows, none, changes, item, formTitle, fields, List.copyOf(more), upload);
    }

    Part uploading() {
        return new Part(key, title, intro, columns, rows, none, changes, item, formTitle, fields, buttons, true);
    }
}
