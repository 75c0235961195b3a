package org.muniflow.civilrights.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.muniflow.civilrights.file.Firm;
import org.muniflow.civilrights.standing.Certification;
import org.muniflow.civilrights.table.Table;
import org.muniflow.civilrights.table.Tables;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the directory. Listings are closed, never removed, so that it can be asked as of any day. */
public final class Directory {

    private final JdbcClient jdbc;
    private final Table<DirectoryEntry> table;

    /**
     * Opens the directory.
     *
     * @param jdbc the module's own client
     * @param tables the schema
     */
    public Directory(JdbcClient jdbc, Tables tables) {
        this.jdbc = jdbc;
        this.table = tables.of("directory_entry", DirectoryEntry.class);
    }

    /**
     * Lists a firm under a certification, through the last day of its term (KCMO Code § 3-461(n)): who is no longer
     * certified is no longer counted.
     *
     * @param firm the firm as it now stands
     * @param certification the certification
     * @param naics the NAICS codes
     * @param listedFrom the first day listed
     * @param by who lists it
     * @return the listing
     */
    public DirectoryEntry list(
            Firm firm, Certification certification, List<String> naics, LocalDate listedFrom, String by) {
        String name = firm.tradeName() == null ? firm.legalName() : firm.legalName() + " (" + firm.tradeName() + ")";
        DirectoryEntry entry = table.insert(
                new DirectoryEntry(
                        Table.newId(),
                        firm.id(),
                        certification.id(),
                        certification.program(),
                        name.length() > 200 ? name.substring(0, 200) : name,
                        firm.legalName().toLowerCase(Locale.ROOT),
                        String.join(", ", firm.mailingAddress()),
                        firm.principalOfficeCounty(),
                        firm.email(),
                        firm.phone(),
                        firm.fax(),
                        listedFrom,
                        certification.expiresOn()),
                by);
        for (String code : naics) {
            jdbc.sql("insert into civil_rights.directory_entry_naics (directory_entry_id, code) values (?, ?)")
                    .params(entry.id(), code)
                    .update();
        }
        return entry;
    }

    /**
     * Closes the listings of a certification.
     *
     * @param certificationId the certification
     * @param listedTo the last day listed
     * @param by who closes them
     */
    public void close(String certificationId, LocalDate listedTo, String by) {
        for (DirectoryEntry e : table.where("certification_id", certificationId)) {
            if (e.listedTo() == null || e.listedTo().isAfter(listedTo)) {
                table.update(
                        new DirectoryEntry(
                                e.id(),
                                e.firmId(),
                                e.certificationId(),
                                e.program(),
                                e.firmName(),
                                e.sortName(),
                                e.mailingAddress(),
                                e.county(),
                                e.email(),
                                e.phone(),
                                e.fax(),
                                e.listedFrom(),
                                listedTo),
                        by);
            }
        }
    }

    /**
     * Returns a firm's listings, oldest first.
     *
     * @param firmId the firm
     * @return the listings; may be empty
     */
    public List<DirectoryEntry> ofFirm(String firmId) {
        return table.where("firm_id", firmId);
    }
}
