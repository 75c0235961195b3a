package org.muniflow.civilrights.intake;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.muniflow.civilrights.file.Owner;

/** An owner, named by {@code key} in the rest of the application; see {@link Owner}. */
record OwnerStatement(
        @NotBlank @Size(max = 40) String key,
        @NotBlank @Size(max = 200) String name,
        @NotNull Owner.Citizenship citizenship,
        @NotNull Owner.MinorityCategory minorityCategory,
        @Nullable Boolean selfIdentifiedHistorically,
        @Nullable Boolean tribalAffiliation,
        @Nullable @DecimalMin("0") @DecimalMax("1") BigDecimal descentFraction,
        @NotNull Boolean isWoman,
        @Nullable Boolean controlsFirm,
        @Nullable Boolean highestOfficer,
        @Nullable Boolean generalPartner,
        @Nullable @Size(max = 1000) String licenses,
        @Nullable @Size(max = 1000) String outsideEmployment,
        @Nullable @Size(max = 1000) String familyRelations,
        @Nullable @Size(max = 1000) String remuneration) {

    Owner owner(String id, String applicationId) {
        return new Owner(
                id,
                applicationId,
                name,
                citizenship,
                minorityCategory,
                Boolean.TRUE.equals(selfIdentifiedHistorically),
                Boolean.TRUE.equals(tribalAffiliation),
                descentFraction,
                isWoman,
                false,
                null,
                Boolean.TRUE.equals(controlsFirm),
                Boolean.TRUE.equals(highestOfficer),
                Boolean.TRUE.equals(generalPartner),
                licenses,
                outsideEmployment,
                familyRelations,
                remuneration);
    }
}
