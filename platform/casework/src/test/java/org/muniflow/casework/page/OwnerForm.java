package org.muniflow.casework.page;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

record OwnerForm(
        @NotBlank String name,

        @NotNull @DecimalMax(value = "100", message = "An owner holds at most 100 percent")
        BigDecimal percent,

        LocalDate bornOn,
        Integer years,
        Boolean citizen,
        Kind kind,
        List<String> programs) {

    enum Kind {
        NATURAL_PERSON,
        TRUST
    }
}
