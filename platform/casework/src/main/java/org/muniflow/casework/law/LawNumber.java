package org.muniflow.casework.law;

import java.math.BigDecimal;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An amount or threshold that the law sets, from {@code <module>-numbers.dmn}.
 *
 * @param id the id, for example {@code ownership.minimumPercent}
 * @param title what it is, in plain words
 * @param value the value in its unit
 * @param unit the unit, for example {@code percent}
 * @param when the time in force
 * @param cites the sections of law
 */
public record LawNumber(String id, String title, BigDecimal value, String unit, InForce when, String cites) {

    private static final BigDecimal NOTHING = BigDecimal.ZERO;

    /**
     * Reads a module's numbers.
     *
     * @param module the module's name
     * @param dmn the bytes of its table
     * @param problems takes one sentence per problem
     * @return the numbers
     */
    static DatedRows<LawNumber> table(String module, byte[] dmn, Consumer<String> problems) {
        return DatedRows.read(module + "-numbers", dmn, LawNumber::of, problems);
    }

    private static @Nullable LawNumber of(LawRow row, InForce when) {
        BigDecimal value = row.number("value");
        if (value == null && row.text("value") == null) {
            row.problem("value is empty; enter a number such as 51");
        }
        LawNumber number = new LawNumber(
                row.required("id", "the number's id"),
                row.required("title", "what the number is, in plain words"),
                value == null ? NOTHING : value,
                row.required("unit", "the unit, for example \"percent\""),
                when,
                row.cites());
        return row.sound() ? number : null;
    }
}
