package org.muniflow.civilrights.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.page.FieldProblem;
import org.muniflow.api.page.Rejected;

/** Gathers all that is wrong with a form, so that a person corrects it in one go. */
final class Problems {

    private final List<FieldProblem> found = new ArrayList<>();

    Problems need(String field, @Nullable Object value, String remedy) {
        if (value == null || (value instanceof List<?> list && list.isEmpty())) {
            found.add(FieldProblem.of(field, remedy));
        }
        return this;
    }

    Problems unless(boolean right, String field, String remedy) {
        return unless(right, field, remedy, "");
    }

    Problems unless(boolean right, String field, String remedy, String cites) {
        if (!right) {
            found.add(new FieldProblem(field, remedy, cites));
        }
        return this;
    }

    void refuseIfAny() {
        if (!found.isEmpty()) {
            throw new Rejected(found);
        }
    }

    /** Narrows a value that {@link #need} has checked. */
    static <T> T given(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("A required field was not checked before it was used");
        }
        return value;
    }
}
