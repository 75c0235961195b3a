package org.muniflow.civilrights.intake;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A holding company, named by {@code key}; see {@link org.muniflow.civilrights.file.HoldingCompany}. */
record HoldingStatement(
        @NotBlank @Size(max = 40) String key,
        @NotBlank @Size(max = 200) String name,
        @NotNull Boolean customaryPurpose,
        @Nullable @Size(max = 500) String purpose,
        @NotNull Boolean ownsAndControlsFirm) {}
