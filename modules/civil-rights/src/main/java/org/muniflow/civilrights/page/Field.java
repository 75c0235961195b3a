package org.muniflow.civilrights.page;

/**
 * A field of a form on a sheet.
 *
 * @param kind the frame's field fragment
 * @param name the form's component
 * @param label the label
 * @param hint the help text; may be empty
 * @param required whether it must be filled in
 */
record Field(String kind, String name, String label, String hint, boolean required) {

    static Field text(String name, String label, String hint) {
        return new Field("text", name, label, hint, false);
    }

    static Field area(String name, String label, String hint) {
        return new Field("textarea", name, label, hint, false);
    }

    static Field number(String name, String label, String hint) {
        return new Field("number", name, label, hint, false);
    }

    static Field money(String name, String label, String hint) {
        return new Field("money", name, label, hint, false);
    }

    static Field date(String name, String label, String hint) {
        return new Field("date", name, label, hint, false);
    }

    static Field select(String name, String label, String hint) {
        return new Field("select", name, label, hint, false);
    }

    static Field check(String name, String label, String hint) {
        return new Field("checkbox", name, label, hint, false);
    }

    static Field checks(String name, String label, String hint) {
        return new Field("checkboxes", name, label, hint, false);
    }

    static Field radio(String name, String label, String hint) {
        return new Field("radio", name, label, hint, false);
    }

    static Field file(String name, String label, String hint) {
        return new Field("file", name, label, hint, false);
    }

    Field must() {
        return new Field(kind, name, label, hint, true);
    }
}
