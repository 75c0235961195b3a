package org.muniflow.civilrights.file;

import org.jspecify.annotations.Nullable;

/**
 * A company through which owners hold the applicant (KCMO Code § 3-461(m)(20)).
 *
 * @param id the id
 * @param applicationId the application
 * @param name the company's name
 * @param customaryPurpose whether it was set up for tax, capitalization or another purpose customary in the industry
 * @param purpose that purpose in words; null if not stated
 * @param ownsAndControlsFirm whether it in turn owns and controls the applicant
 */
public record HoldingCompany(
        String id,
        String applicationId,
        String name,
        boolean customaryPurpose,
        @Nullable String purpose,
        boolean ownsAndControlsFirm) {}
