package org.muniflow.civilrights.history;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.muniflow.testkit.City;
import org.springframework.jdbc.core.JdbcTemplate;

/** A firm of earlier years with its owner, as the records of a department that has worked for years would hold it. */
final class FormerFirm {

    private static final AtomicInteger NUMBER = new AtomicInteger(1);
    private static final String STAMPS = ", current_timestamp, 'test', current_timestamp, 'test')";
    private static final String STAMP_COLUMNS = ", created_at, created_by, updated_at, updated_by) values (";

    private final JdbcTemplate jdbc;
    private final String id;

    private FormerFirm(City city) {
        int number = NUMBER.getAndIncrement();
        this.jdbc = city.bean(JdbcTemplate.class);
        this.id = "former-firm-" + number;
        jdbc.update(
                "insert into civil_rights.firm (id, federal_tax_id, legal_name, entity_type, for_profit, functioning,"
                        + " mailing_street, mailing_city, mailing_state, mailing_postal_code, email, is_franchise,"
                        + " franchisor_affiliated, ever_denied_certification" + STAMP_COLUMNS
                        + "?, ?, 'Former Firm Inc', 'CORPORATION', true, false, '1 Old Road', 'Kansas City', 'MO',"
                        + " '64106', 'office@former.example', false, false, false" + STAMPS,
                id,
                String.format("44-%07d", number));
    }

    /** A firm of which a person held a share. */
    static FormerFirm of(City city, String person, int percent) {
        FormerFirm firm = new FormerFirm(city);
        firm.jdbc.update(
                "insert into civil_rights.firm_controller (id, firm_id, person_name, percent_owned, controlled"
                        + STAMP_COLUMNS + "?, ?, ?, ?, false" + STAMPS,
                "controller-of-" + firm.id,
                firm.id,
                person,
                percent);
        return firm;
    }

    FormerFirm revokedForCause(LocalDate on) {
        jdbc.update(
                "insert into civil_rights.revocation (id, firm_id, revoked_on, by_whom, for_cause, reason_codes,"
                        + " reconsiderable" + STAMP_COLUMNS + "?, ?, ?, 'CITY_MANAGER', true, 'FOR_CAUSE', false"
                        + STAMPS,
                "revocation-of-" + id,
                id,
                on);
        return this;
    }

    FormerFirm graduatedForAllPurposes(LocalDate mailedOn) {
        jdbc.update(
                "insert into civil_rights.graduation (id, firm_id, naics, letter_mailed_on, termination_ends_on"
                        + STAMP_COLUMNS + "?, ?, 'ALL', ?, ?" + STAMPS,
                "graduation-of-" + id,
                id,
                mailedOn,
                mailedOn.plusYears(3));
        return this;
    }
}
