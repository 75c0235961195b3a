package org.muniflow.samplepermits;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request for a permit.
 *
 * @param id the record's id
 * @param applicant who asks
 * @param street the street of the mailing address
 * @param city the city, state and ZIP code of the mailing address
 * @param days for how many days the permit is asked
 * @param receivedOn the city's date of receipt
 * @param status what has become of it
 * @param fee the fee in dollars; null until it is assessed
 */
record Request(
        String id,
        String applicant,
        String street,
        String city,
        int days,
        LocalDate receivedOn,
        Status status,
        @Nullable BigDecimal fee) {

    /** What may become of a request. */
    enum Status {
        RECEIVED,
        GRANTED,
        REFUSED,
        ISSUED,
        WITHDRAWN,
        VOID
    }

    List<String> address() {
        return List.of(street, city);
    }
}
