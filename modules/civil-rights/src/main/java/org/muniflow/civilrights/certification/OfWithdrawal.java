package org.muniflow.civilrights.certification;

import java.time.LocalDate;

/**
 * A request to withdraw an application.
 *
 * @param applicationId the application
 * @param withdrawnOn the day on which the city received the request
 */
record OfWithdrawal(String applicationId, LocalDate withdrawnOn) {}
