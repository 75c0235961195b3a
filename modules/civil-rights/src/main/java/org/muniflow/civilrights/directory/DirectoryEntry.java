package org.muniflow.civilrights.directory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A firm's listing in the directory for one program (KCMO Code § 3-421(a)(31), § 3-463(c)(3)).
 *
 * @param id the id
 * @param firmId the firm
 * @param certificationId the certification
 * @param program the program
 * @param firmName the name shown
 * @param sortName the name by which the directory is ordered
 * @param mailingAddress the mailing address in one line
 * @param county the county of the principal office; null if not stated
 * @param email the e-mail address
 * @param phone the telephone number; null if none
 * @param fax the fax number; null if none
 * @param listedFrom the first day listed
 * @param listedTo the last day listed; null while listed
 */
public record DirectoryEntry(
        String id,
        String firmId,
        String certificationId,
        String program,
        String firmName,
        String sortName,
        String mailingAddress,
        @Nullable String county,
        String email,
        @Nullable String phone,
        @Nullable String fax,
        LocalDate listedFrom,
        @Nullable LocalDate listedTo) {}
