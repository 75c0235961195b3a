package org.muniflow.civilrights.file;

import java.math.BigDecimal;
import java.util.List;

/**
 * A firm whose size counts with the applicant's (KCMO Code § 3-461(k), (u)(5)).
 *
 * @param id the id
 * @param applicationId the application
 * @param name the affiliate's name
 * @param basis what makes it an affiliate
 * @param annualReceipts its annual receipts in U.S. dollars
 * @param employees its number of employees
 * @param naicsCodes its NAICS codes
 */
public record Affiliate(
        String id,
        String applicationId,
        String name,
        String basis,
        BigDecimal annualReceipts,
        int employees,
        List<String> naicsCodes) {}
