package org.muniflow.civilrights.file;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that is on file about an application, read in one go: what rules and reviewers look at. Immutable.
 *
 * @param application the application
 * @param firm the firm
 * @param naics the types of work asked for
 * @param offices the offices
 * @param employees the employees who work from them
 * @param transactions the business transacted
 * @param owners the owners
 * @param holdings the holding companies
 * @param interests the interests, in the applicant and in holding companies
 * @param contributions the owners' contributions
 * @param affiliates the affiliates
 * @param statements the owners' net worth statements
 * @param assets the owners' assets
 * @param liabilities the owners' debts
 * @param transfers the owners' transfers
 * @param requests the documents asked for
 */
public record ApplicationFile(
        Application application,
        Firm firm,
        List<RequestedNaics> naics,
        List<Presence.Office> offices,
        List<Presence.Employee> employees,
        List<Presence.Transaction> transactions,
        List<Owner> owners,
        List<HoldingCompany> holdings,
        List<Interest> interests,
        List<Contribution> contributions,
        List<Affiliate> affiliates,
        List<NetWorth.Statement> statements,
        List<NetWorth.Asset> assets,
        List<NetWorth.Liability> liabilities,
        List<NetWorth.Transfer> transfers,
        List<DocumentRequest> requests) {

    /**
     * Finds an owner.
     *
     * @param ownerId the owner's id; may be null
     * @return the owner, or empty
     */
    public Optional<Owner> owner(@Nullable String ownerId) {
        return owners.stream().filter(owner -> owner.id().equals(ownerId)).findFirst();
    }

    /**
     * Finds a holding company.
     *
     * @param holdingCompanyId the company's id; may be null
     * @return the company, or empty
     */
    public Optional<HoldingCompany> holding(@Nullable String holdingCompanyId) {
        return holdings.stream()
                .filter(company -> company.id().equals(holdingCompanyId))
                .findFirst();
    }

    /**
     * Returns the interests held in one company.
     *
     * @param heldInId the holding company; null for the applicant itself
     * @return the interests; may be empty
     */
    public List<Interest> interestsIn(@Nullable String heldInId) {
        return interests.stream()
                .filter(interest -> Objects.equals(interest.heldInId(), heldInId))
                .toList();
    }

    /**
     * Finds an owner's net worth statement.
     *
     * @param ownerId the owner
     * @return the statement, or empty
     */
    public Optional<NetWorth.Statement> statement(String ownerId) {
        return statements.stream()
                .filter(statement -> statement.ownerId().equals(ownerId))
                .findFirst();
    }

    /**
     * Returns an owner's assets.
     *
     * @param ownerId the owner
     * @return the assets; may be empty
     */
    public List<NetWorth.Asset> assetsOf(String ownerId) {
        return assets.stream().filter(asset -> asset.ownerId().equals(ownerId)).toList();
    }

    /**
     * Returns an owner's debts.
     *
     * @param ownerId the owner
     * @return the debts; may be empty
     */
    public List<NetWorth.Liability> liabilitiesOf(String ownerId) {
        return liabilities.stream()
                .filter(debt -> debt.ownerId().equals(ownerId))
                .toList();
    }

    /**
     * Returns an owner's transfers.
     *
     * @param ownerId the owner
     * @return the transfers; may be empty
     */
    public List<NetWorth.Transfer> transfersOf(String ownerId) {
        return transfers.stream()
                .filter(transfer -> transfer.ownerId().equals(ownerId))
                .toList();
    }
}
