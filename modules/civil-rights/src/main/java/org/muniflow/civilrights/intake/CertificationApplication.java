package org.muniflow.civilrights.intake;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniflow.civilrights.file.Program;

/**
 * An application to be certified, as a firm sends it. Owners and holding companies carry keys of the sender's choice, by
 * which other parts name them.
 *
 * @param firm the firm
 * @param programs the programs applied for
 * @param dbeCertificateAuthority who issued its DBE certificate; null if it has none
 * @param discriminationInCity evidence of earlier discrimination in the city (KCMO Code § 3-461(b)); null if to follow
 * @param discriminationInTrade evidence of earlier discrimination in the trade; null if to follow
 * @param owners everybody who owns or controls the firm
 * @param holdingCompanies companies through which owners hold the firm
 * @param interests who holds what
 * @param contributions what owners put in
 * @param affiliates firms whose size counts with the firm's
 * @param naics the types of work
 * @param netWorth the owners' net worth statements
 * @param offices the offices
 * @param employees the employees who work from them
 * @param transactions business transacted
 * @param documents the documents, sent along or to follow by mail
 */
record CertificationApplication(
        @NotNull @Valid FirmStatement firm,
        @NotEmpty(message = "Name at least one program") List<@NotNull Program> programs,

        @Nullable @Pattern(regexp = "UCP|MODOT|KDOT|NONE", message = "Name UCP, MODOT, KDOT or NONE")
        String dbeCertificateAuthority,

        @Nullable @Size(max = 1000) String discriminationInCity,
        @Nullable @Size(max = 1000) String discriminationInTrade,

        @NotEmpty(message = "Name at least one owner") @Size(max = 200)
        List<@NotNull @Valid OwnerStatement> owners,

        @Nullable @Size(max = 50) List<@NotNull @Valid HoldingStatement> holdingCompanies,

        @NotEmpty(message = "State who holds the firm") @Size(max = 500)
        List<@NotNull @Valid InterestStatement> interests,

        @Nullable @Size(max = 200) List<@NotNull @Valid ContributionStatement> contributions,
        @Nullable @Size(max = 200) List<@NotNull @Valid AffiliateStatement> affiliates,

        @NotEmpty(message = "Name at least one type of work") @Size(max = 100)
        List<@NotNull @Valid WorkStatement> naics,

        @Nullable @Size(max = 200) List<@NotNull @Valid NetWorthDeclaration> netWorth,
        @Nullable @Size(max = 100) List<@NotNull @Valid OfficeStatement> offices,
        @Nullable @Size(max = 1000) List<@NotNull @Valid EmployeeStatement> employees,
        @Nullable @Size(max = 1000) List<@NotNull @Valid TransactionStatement> transactions,
        @Nullable @Size(max = 100) List<@NotNull @Valid DocumentStatement> documents) {

    /** Returns the list, empty when it was left out. */
    static <T> List<T> listed(@Nullable List<T> sent) {
        return sent == null ? List.of() : sent;
    }
}
