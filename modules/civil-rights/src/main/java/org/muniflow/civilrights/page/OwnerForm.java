package org.muniflow.civilrights.page;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.muniflow.civilrights.file.Owner;

/** One owner. Removing one sends no fields, so the page checks what is required. */
record OwnerForm(
        @Nullable @Size(max = 200) String name,
        Owner.@Nullable Citizenship citizenship,
        Owner.@Nullable MinorityCategory minorityCategory,
        @Nullable Boolean selfIdentifiedHistorically,
        @Nullable Boolean tribalAffiliation,

        @Nullable
        @DecimalMin(value = "0", message = "Descent is a fraction from 0 to 1, for example 0.25")
        @DecimalMax(value = "1", message = "Descent is a fraction from 0 to 1, for example 0.25")
        BigDecimal descentFraction,

        @Nullable Boolean isWoman,
        @Nullable Boolean statusQuestioned,
        @Nullable @Size(max = 1000) String questionReason,
        @Nullable Boolean controlsFirm,
        @Nullable Boolean highestOfficer,
        @Nullable Boolean generalPartner,
        @Nullable @Size(max = 1000) String licenses,
        @Nullable @Size(max = 1000) String outsideEmployment,
        @Nullable @Size(max = 1000) String familyRelations,
        @Nullable @Size(max = 1000) String remuneration) {

    static OwnerForm of(Owner o) {
        return new OwnerForm(
                o.name(),
                o.citizenship(),
                o.minorityCategory(),
                o.selfIdentifiedHistorically(),
                o.tribalAffiliation(),
                o.descentFraction(),
                o.isWoman(),
                o.statusQuestioned(),
                o.questionReason(),
                o.controlsFirm(),
                o.highestOfficer(),
                o.generalPartner(),
                o.licenses(),
                o.outsideEmployment(),
                o.familyRelations(),
                o.remuneration());
    }
}
