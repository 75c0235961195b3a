package org.muniflow.civilrights.graduation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.util.List;
import org.muniflow.civilrights.size.CodeLimit;
import org.muniflow.civilrights.size.Measure;

/**
 * A certified firm's size with its affiliates, and the codes in which it is certified (KCMO Code § 3-461(u)(1)).
 *
 * @param annualReceipts the annual receipts of firm and affiliates in dollars
 * @param employees the employees of firm and affiliates
 * @param codes the codes in which firm or affiliate is certified, with their standards; at least one
 */
public record GraduationFacts(
        @NotNull @PositiveOrZero BigDecimal annualReceipts,
        @NotNull @PositiveOrZero BigDecimal employees,
        @NotEmpty List<@Valid CodeLimit> codes) {

    /** Copies the list. */
    public GraduationFacts {
        codes = List.copyOf(codes);
    }

    BigDecimal figure(CodeLimit code) {
        return code.measure() == Measure.RECEIPTS ? annualReceipts : employees;
    }

    boolean exceeds(CodeLimit code) {
        return figure(code).compareTo(code.limit()) > 0;
    }

    List<CodeLimit> exceeded() {
        return codes.stream().filter(this::exceeds).toList();
    }
}
