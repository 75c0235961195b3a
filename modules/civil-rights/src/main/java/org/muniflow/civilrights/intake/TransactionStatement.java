package org.muniflow.civilrights.intake;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** Business transacted; see {@link org.muniflow.civilrights.file.Presence.Transaction}. */
record TransactionStatement(
        @NotNull @PastOrPresent LocalDate transactedOn,
        @NotNull Boolean inArea,
        @NotBlank @Size(max = 500) String description) {}
