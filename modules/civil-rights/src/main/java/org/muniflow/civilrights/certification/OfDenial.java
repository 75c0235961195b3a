package org.muniflow.civilrights.certification;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.muniflow.civilrights.denial.AppealRoute;

/**
 * A denial about to be recorded and told.
 *
 * @param applicationId the application
 * @param appealRoute where the firm may appeal
 * @param barredUntil the last day of the bar; null if there is none
 */
record OfDenial(
        String applicationId,
        AppealRoute appealRoute,
        @Nullable LocalDate barredUntil) {}
