package org.muniflow.civilrights.review;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.muniflow.api.law.Rules;
import org.muniflow.civilrights.file.ApplicationFile;
import org.muniflow.civilrights.file.RequestedNaics;
import org.muniflow.civilrights.finding.Determination.Criterion;
import org.muniflow.civilrights.reference.ReferenceData;
import org.muniflow.civilrights.size.BusinessSize;
import org.muniflow.civilrights.size.CodeLimit;
import org.muniflow.civilrights.size.Measure;

/** Compares the firm with its affiliates with the size standard of each type of work asked for. */
final class SizeCheck {

    private final BusinessSize rule;
    private final ReferenceData reference;
    private final Rules rules;

    SizeCheck(BusinessSize rule, ReferenceData reference, Rules rules) {
        this.rule = rule;
        this.reference = reference;
        this.rules = rules;
    }

    List<Found> of(ApplicationFile file) {
        List<Found> found = new ArrayList<>();
        for (RequestedNaics work : file.naics()) {
            var answer = rules.ask(
                    rule,
                    new BusinessSize.Facts(
                            file.firm().functioning(),
                            work.ownReceipts() == null ? BigDecimal.ZERO : work.ownReceipts(),
                            work.ownEmployees() == null ? BigDecimal.ZERO : BigDecimal.valueOf(work.ownEmployees()),
                            file.affiliates().stream()
                                    .map(one -> new BusinessSize.AffiliateSize(
                                            one.name(), one.annualReceipts(), BigDecimal.valueOf(one.employees())))
                                    .toList(),
                            List.of(limit(work.code(), file.application().receivedOn()))));
            found.add(
                    Found.of(Criterion.SIZE, rule, answer, answer.is("WITHIN")).forWork(work.code()));
        }
        return found;
    }

    /** Returns the standard of a code on a day. */
    CodeLimit limit(String naics, LocalDate day) {
        return reference
                .sizeStandard(naics, day)
                .map(standard -> new CodeLimit(naics, Measure.valueOf(standard.measure()), standard.ceiling()))
                .orElseThrow(() -> new IllegalStateException("No size standard is loaded for NAICS " + naics + " on "
                        + day + "; load it into the reference tables"));
    }
}
