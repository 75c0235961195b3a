package org.muniflow.api.intake;

import java.time.LocalDate;

/**
 * A public door: {@code POST /api/applications/<key>} with a JSON body. The platform parses strictly, validates by the
 * input's Jakarta Validation annotations, limits the rate, and answers field by field. Implement this as a component.
 *
 * @param <I> the input, a record
 */
public interface Intake<I extends Record> {

    /**
     * Returns the key in the address.
     *
     * @return the key, usually the process key
     */
    String key();

    /**
     * Returns the title in plain words.
     *
     * @return the title
     */
    String title();

    /**
     * Returns the input's type.
     *
     * @return the type
     */
    Class<I> input();

    /**
     * Takes a valid submission in one transaction. The sender gets, with the receipt, the access code to the portal inbox
     * of its case, if the case has none yet: the receipt names a case that this submission has started.
     *
     * @param input the submission
     * @param receivedOn the city's date of receipt
     * @return the receipt
     * @throws org.muniflow.api.page.Rejected when a field is wrong for a reason that annotations cannot express
     */
    Receipt accept(I input, LocalDate receivedOn);

    /**
     * What the sender gets.
     *
     * @param caseNumber the case number
     * @param recordId the record's id
     * @param receivedOn the date of receipt, which starts the law's clocks
     * @param message one or two sentences: what happens next
     */
    record Receipt(String caseNumber, String recordId, LocalDate receivedOn, String message) {}
}
