package org.muniflow.civilrights.file;

import java.util.Optional;
import org.muniflow.api.page.UnknownRecord;
import org.muniflow.civilrights.table.Table;
import org.muniflow.civilrights.table.Tables;

/** The firms in the city's books. */
public final class Firms {

    private final Table<Firm> table;

    /**
     * Opens the firms.
     *
     * @param tables the schema
     */
    public Firms(Tables tables) {
        this.table = tables.of("firm", Firm.class);
    }

    /**
     * Returns a firm.
     *
     * @param id the id
     * @return the firm
     * @throws UnknownRecord when there is no such firm
     */
    public Firm get(String id) {
        return table.find(id).orElseThrow(() -> new UnknownRecord(id));
    }

    /**
     * Finds a firm by its employer identification number.
     *
     * @param federalTaxId the number, {@code 12-3456789}
     * @return the firm, or empty
     */
    public Optional<Firm> byTaxId(String federalTaxId) {
        return table.where("federal_tax_id", federalTaxId).stream().findFirst();
    }

    /**
     * Adds a firm.
     *
     * @param firm the firm
     * @param by who adds it
     * @return the firm
     */
    public Firm add(Firm firm, String by) {
        return table.insert(firm, by);
    }

    /**
     * Changes a firm.
     *
     * @param firm the firm with its id
     * @param by who changes it
     * @return the firm
     */
    public Firm change(Firm firm, String by) {
        return table.update(firm, by);
    }
}
