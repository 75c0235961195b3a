package org.muniflow.civilrights.file;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A type of work for which the firm asks to be certified (KCMO Code § 3-461(m)(13)).
 *
 * @param id the id
 * @param applicationId the application
 * @param code the six-digit NAICS code
 * @param performedAndControlled whether the firm now performs and controls this work
 * @param ownReceipts the firm's own annual receipts, without its affiliates, in U.S. dollars;
 *     null if not stated
 * @param ownEmployees the firm's own number of employees, without its affiliates; null if not stated
 */
public record RequestedNaics(
        String id,
        String applicationId,
        String code,
        boolean performedAndControlled,
        @Nullable BigDecimal ownReceipts,
        @Nullable Integer ownEmployees) {}
