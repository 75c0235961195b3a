package org.muniflow.casework.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AccessCodeTest {

    @Test
    void codesDifferAndHoldNoSignThatIsTakenForAnother() {
        assertThat(Stream.generate(AccessCode::fresh).limit(200).collect(Collectors.toSet()))
                .hasSize(200)
                .allMatch(code -> code.matches("([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}"));
    }

    @Test
    void aCodeIsKnownHoweverItIsTypedAndOpensOneCaseOnly() {
        String kept = AccessCode.hash("CERT-2026-000001", "7K3QF-0M2XA-9YH4C-TW8B1");

        assertThat(kept).hasSize(64).doesNotContain("7K3QF");
        assertThat(AccessCode.hash("CERT-2026-000001", " 7k3qf om2xa 9yh4ctw8bl "))
                .isEqualTo(kept);
        assertThat(AccessCode.hash("CERT-2026-000002", "7K3QF-0M2XA-9YH4C-TW8B1"))
                .isNotEqualTo(kept);
        assertThat(AccessCode.hash("CERT-2026-000001", "7K3QF-0M2XA-9YH4C-TW8B2"))
                .isNotEqualTo(kept);
    }
}
