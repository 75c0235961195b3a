package org.muniflow.kernel.guard;

import java.util.Locale;

/**
 * By what the engine and a module's manifest name a model.
 *
 * @param kind what it is
 * @param id its key
 */
record ModelKey(Kind kind, String id) {

    enum Kind {
        PROCESS,
        DECISION,
        FORM
    }

    static ModelKey process(String id) {
        return new ModelKey(Kind.PROCESS, id);
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + " '" + id + "'";
    }
}
