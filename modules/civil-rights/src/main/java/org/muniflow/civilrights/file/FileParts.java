package org.muniflow.civilrights.file;

import org.muniflow.civilrights.table.Table;
import org.muniflow.civilrights.table.Tables;

/** The tables that make up an application file, for pages that add, change and remove one part at a time. */
public final class FileParts {

    private final Table<RequestedNaics> naics;
    private final Table<Presence.Office> offices;
    private final Table<Presence.Employee> employees;
    private final Table<Presence.Transaction> transactions;
    private final Table<Owner> owners;
    private final Table<HoldingCompany> holdings;
    private final Table<Interest> interests;
    private final Table<Contribution> contributions;
    private final Table<Affiliate> affiliates;
    private final Table<NetWorth.Statement> statements;
    private final Table<NetWorth.Asset> assets;
    private final Table<NetWorth.Liability> liabilities;
    private final Table<NetWorth.Transfer> transfers;
    private final Table<DocumentRequest> requests;

    /**
     * Opens the tables.
     *
     * @param tables the schema
     */
    public FileParts(Tables tables) {
        naics = tables.of("application_naics", RequestedNaics.class);
        offices = tables.of("firm_office", Presence.Office.class);
        employees = tables.of("firm_employee", Presence.Employee.class);
        transactions = tables.of("business_transaction", Presence.Transaction.class);
        owners = tables.of("owner", Owner.class);
        holdings = tables.of("holding_company", HoldingCompany.class);
        interests = tables.of("ownership_interest", Interest.class);
        contributions = tables.of("contribution", Contribution.class);
        affiliates = tables.of("affiliate", Affiliate.class);
        statements = tables.of("personal_net_worth", NetWorth.Statement.class);
        assets = tables.of("net_worth_asset", NetWorth.Asset.class);
        liabilities = tables.of("net_worth_liability", NetWorth.Liability.class);
        transfers = tables.of("net_worth_transfer", NetWorth.Transfer.class);
        requests = tables.of("application_document_request", DocumentRequest.class);
    }

    /**
     * Returns the table of types of work asked for.
     *
     * @return the table
     */
    public Table<RequestedNaics> naics() {
        return naics;
    }

    /**
     * Returns the table of offices.
     *
     * @return the table
     */
    public Table<Presence.Office> offices() {
        return offices;
    }

    /**
     * Returns the table of employees.
     *
     * @return the table
     */
    public Table<Presence.Employee> employees() {
        return employees;
    }

    /**
     * Returns the table of business transacted.
     *
     * @return the table
     */
    public Table<Presence.Transaction> transactions() {
        return transactions;
    }

    /**
     * Returns the table of owners.
     *
     * @return the table
     */
    public Table<Owner> owners() {
        return owners;
    }

    /**
     * Returns the table of holding companies.
     *
     * @return the table
     */
    public Table<HoldingCompany> holdings() {
        return holdings;
    }

    /**
     * Returns the table of interests.
     *
     * @return the table
     */
    public Table<Interest> interests() {
        return interests;
    }

    /**
     * Returns the table of contributions.
     *
     * @return the table
     */
    public Table<Contribution> contributions() {
        return contributions;
    }

    /**
     * Returns the table of affiliates.
     *
     * @return the table
     */
    public Table<Affiliate> affiliates() {
        return affiliates;
    }

    /**
     * Returns the table of net worth statements.
     *
     * @return the table
     */
    public Table<NetWorth.Statement> statements() {
        return statements;
    }

    /**
     * Returns the table of assets.
     *
     * @return the table
     */
    public Table<NetWorth.Asset> assets() {
        return assets;
    }

    /**
     * Returns the table of debts.
     *
     * @return the table
     */
    public Table<NetWorth.Liability> liabilities() {
        return liabilities;
    }

    /**
     * Returns the table of transfers.
     *
     * @return the table
     */
    public Table<NetWorth.Transfer> transfers() {
        return transfers;
    }

    /**
     * Returns the table of documents asked for.
     *
     * @return the table
     */
    public Table<DocumentRequest> requests() {
        return requests;
    }
}
