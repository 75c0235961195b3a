package org.muniflow.civilrights.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.muniflow.api.page.FieldProblem;

final class OwnershipChartTest {

    @Test
    void aClassHeldToExactlyAHundredPercentIsFine() {
        assertThat(problems(owner(null, "ada", "Member", "50.99"), owner(null, "bob", "member", "49.01")))
                .isEmpty();
    }

    @Test
    void aClassHeldToMoreThanAHundredPercentIsRefusedAtTheInterestThatExceeds() {
        assertThat(problems(owner(null, "ada", "Member", "51"), owner(null, "bob", "Member", "49.00000001")))
                .extracting(FieldProblem::field)
                .containsExactly("interests[1].percentOfClass");
    }

    @Test
    void classesAndCompaniesAreAddedUpSeparately() {
        assertThat(problems(
                        owner(null, "ada", "Voting A", "100"),
                        owner(null, "ada", "Voting B", "100"),
                        owner("h1", "ada", "Voting A", "100")))
                .isEmpty();
    }

    @Test
    void theSameInterestTwiceIsRefused() {
        assertThat(problems(owner(null, "ada", "Member", "20"), owner(null, "ada", "MEMBER", "20")))
                .extracting(FieldProblem::field)
                .containsExactly("interests[1].interestClass");
    }

    @Test
    void holdingCompaniesInARowAreFine() {
        assertThat(problems(company(null, "h1", "68"), company("h1", "h2", "75"), owner("h2", "ada", "Member", "100")))
                .isEmpty();
    }

    @Test
    void aCompanyThatHoldsItselfThroughOthersIsRefused() {
        assertThat(problems(company(null, "h1", "60"), company("h1", "h2", "50"), company("h2", "h1", "50")))
                .extracting(FieldProblem::field)
                .containsExactly("interests[1].holdingCompanyId", "interests[2].holdingCompanyId");
        assertThat(problems(company("h1", "h1", "10")))
                .extracting(FieldProblem::field)
                .containsExactly("interests[0].holdingCompanyId");
    }

    private static List<FieldProblem> problems(Interest... interests) {
        return new OwnershipChart(List.of(interests)).problems();
    }

    private static Interest owner(@Nullable String heldIn, String owner, String interestClass, String percent) {
        return interest(heldIn, owner, null, interestClass, percent);
    }

    private static Interest company(@Nullable String heldIn, String company, String percent) {
        return interest(heldIn, null, company, "Member", percent);
    }

    private static Interest interest(
            @Nullable String heldIn,
            @Nullable String owner,
            @Nullable String company,
            String interestClass,
            String percent) {
        return new Interest(
                "i",
                "a",
                heldIn,
                owner,
                company,
                interestClass,
                true,
                new BigDecimal(percent),
                null,
                false,
                true,
                false,
                false,
                null,
                null,
                null,
                false,
                Interest.AcquisitionMode.PURCHASE,
                null,
                null,
                false,
                false,
                false,
                false,
                null,
                false,
                null,
                null);
    }
}
