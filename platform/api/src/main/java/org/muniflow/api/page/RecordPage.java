package org.muniflow.api.page;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A page on which staff enter and read a record of the module, at {@code /records/<module>/<key>/<recordId>}.
 *
 * <p>Implement this as a component of the module. The platform gives the frame, sign-in, permissions, CSRF, conversion,
 * Jakarta Validation with field-by-field errors, one transaction per submission, and the journal. The template is a
 * Thymeleaf fragment file of the module at {@code pages/<template>.html} that holds the content below the heading; the
 * platform's field fragments are in {@code frame/fields}, for example {@code
 * <th:block th:replace="~{frame/fields :: text(name='firmName', label='Name of the firm')}"/>}. Template variables:
 * {@code recordId}, {@code page} (this page), {@code form} (raw values by component name), {@code errors} (message by
 * component name), {@code model} (this page's {@link View} attributes), {@code editable}, {@code options} (choices by
 * component name: value to label), {@code mandatory} (names of required components), {@code pages} (the module's pages
 * that this person may read, each with {@code title}, {@code address}, {@code here}). A model value named {@code
 * options} adds choices; one named {@code editable} that is false makes the page read-only for everybody.
 *
 * @param <F> the form, a record of flat components (String, boxed numbers, BigDecimal, LocalDate, Boolean, enums,
 *     List of String); an empty text is null
 */
public interface RecordPage<F extends Record> {

    /**
     * Returns the page's key in its address.
     *
     * @return the key in kebab-case; unique in the module
     */
    String key();

    /**
     * Returns the page's title.
     *
     * @return the title in plain words
     */
    String title();

    /**
     * Returns the form's type.
     *
     * @return the type
     */
    Class<F> form();

    /**
     * Returns the template's name.
     *
     * @return the file under {@code pages/} without extension; by default the key
     */
    default String template() {
        return key();
    }

    /**
     * Returns the groups that may read the page.
     *
     * @return group ids; deny by default
     */
    Set<String> readers();

    /**
     * Returns the groups that may submit the form.
     *
     * @return group ids; deny by default
     */
    Set<String> editors();

    /**
     * Shows the record.
     *
     * @param recordId the record, or {@code new}
     * @param visit who looks, and the query parameters
     * @return the view
     * @throws UnknownRecord when there is no such record
     */
    View show(String recordId, Visit visit);

    /**
     * Takes a valid form in one transaction.
     *
     * @param recordId the record, or {@code new}
     * @param form the converted, validated form
     * @param visit who submits; {@link Visit#action} names the button
     * @return what to do next
     * @throws Rejected when a field is wrong for a reason that annotations cannot express
     */
    Saved submit(String recordId, F form, Visit visit);

    /**
     * What a page shows.
     *
     * @param heading the heading, for example the firm's name
     * @param model the template's values by name, plain values, records, lists
     * @param form the form's initial values; null for an empty form
     */
    record View(
            String heading,
            java.util.Map<String, ?> model,
            @Nullable Record form) {}

    /**
     * What happens after a submission.
     *
     * @param message one sentence for the person, for example "Owner saved."
     * @param next the address to show next; null for the same page
     */
    record Saved(String message, @Nullable String next) {

        /**
         * Stays on the page.
         *
         * @param message the sentence
         * @return the result
         */
        public static Saved here(String message) {
            return new Saved(message, null);
        }
    }
}
