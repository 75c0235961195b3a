package org.muniflow.kernel.delegates;

import java.util.List;

/** Variables that do not fit a record; the message names variable, case, element and the type that is needed. */
final class VariableMismatch extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    VariableMismatch(List<String> problems) {
        super(String.join(" ", problems));
    }
}
