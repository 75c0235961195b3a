package org.muniflow.civilrights.certification;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Offered;
import org.muniflow.api.delegate.TaskGuard;

/**
 * The firm gets at least the next day to submit what is missing: a deadline already past would deny the application at
 * once, though the firm had no chance to comply (KCMO Code § 3-461(g)).
 *
 * <p>Assumed: the Code leaves the date to the director; more than a year is taken for a slip of the pen.
 */
@Offered(title = "Deadline for documents is set", cites = "KCMO Code § 3-461(g)")
final class DeadlineSet implements TaskGuard<DeadlineSet.Input> {

    /**
     * What it reads.
     *
     * @param documentsDueOn the last day for the documents; null when none was given
     */
    record Input(@Nullable LocalDate documentsDueOn) {}

    @Override
    public List<String> problems(Input input, CaseContext context) {
        LocalDate due = input.documentsDueOn();
        LocalDate today = context.today();
        if (due == null) {
            return List.of("No last day for the documents is given; give the firm a day after " + today + ".");
        }
        if (!due.isAfter(today)) {
            return List.of("The last day for the documents, " + due + ", leaves the firm no time; give a day after "
                    + today + ".");
        }
        if (due.isAfter(today.plusYears(1))) {
            return List.of("The last day for the documents, " + due + ", is more than a year away; check the year.");
        }
        return List.of();
    }
}
