package org.muniflow.civilrights.file;

import java.util.ArrayList;
import java.util.List;
import org.muniflow.api.casework.CaseParties;

/** The parties of an application: the firm under both of its names, and its owners. */
public final class ApplicationParties implements CaseParties {

    private final Applications applications;
    private final Firms firms;
    private final FileParts parts;

    /**
     * Makes the list.
     *
     * @param applications the applications
     * @param firms the firms
     * @param parts the parts of a file
     */
    public ApplicationParties(Applications applications, Firms firms, FileParts parts) {
        this.applications = applications;
        this.firms = firms;
        this.parts = parts;
    }

    @Override
    public List<Party> of(String recordId) {
        Firm firm = firms.get(applications.get(recordId).firmId());
        List<Party> named = new ArrayList<>();
        named.add(new Party("Firm", firm.legalName()));
        String trade = firm.tradeName();
        if (trade != null && !trade.isBlank()) {
            named.add(new Party("Trade name", trade));
        }
        parts.owners().where("application_id", recordId).forEach(owner -> named.add(new Party("Owner", owner.name())));
        return named;
    }
}
