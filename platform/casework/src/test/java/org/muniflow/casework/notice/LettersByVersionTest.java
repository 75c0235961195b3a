package org.muniflow.casework.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.muniflow.api.casework.Notice;
import org.muniflow.api.module.ProcessDeclaration;
import org.muniflow.casework.OneModule;
import org.muniflow.kernel.spi.ModuleId;

class LettersByVersionTest {

    private static final OneModule OLD = version("1.0.0", "permit", "PERM", """
            <!-- data:
            fee  number  the fee
            -->
            <html lang="en"><title>Permit</title><body><p>The fee is [[${fee}]].</p></body></html>
            """);
    private static final OneModule NEWER = version("2.0.0", "permit-issue", "PRM2", """
            <!-- data:
            amount  number  the fee
            -->
            <html lang="en"><title>Permit</title><body><p>Please pay [[${amount}]].</p></body></html>
            """);

    private final ModuleLetters versions = new ModuleLetters();
    private final Letters letters =
            new Letters(new City("Kansas City", List.of("414 E. 12th Street"), "311", "n@c.example"));

    @Test
    void aComponentSendsItsOwnVersionsLetterByItsOwnContract() {
        start(OLD);
        start(NEWER);
        assertThat(sent(OLD, Map.of("fee", 10))).contains("The fee is 10.");
        assertThat(sent(NEWER, Map.of("amount", 20))).contains("Please pay 20.");
        assertThatThrownBy(() -> sent(OLD, Map.of("amount", 20)))
                .hasMessageContaining("'fee' is missing")
                .hasMessageContaining("'amount' is not a value of this letter");
    }

    @Test
    void aLetterGoesOutInTheCaseOfAnotherVersion() {
        start(OLD);
        start(NEWER);
        assertThat(versions.apply(NEWER.id()).processOf("PRM2-2026-000001")).isEqualTo("permit-issue");
        assertThat(versions.apply(NEWER.id()).processOf("PERM-2026-000001")).isEqualTo("permit");
        assertThatThrownBy(() -> versions.apply(NEWER.id()).processOf("CERT-2026-000001"))
                .hasMessageContaining("is not a case of module permits");
    }

    @Test
    void aStoppedVersionsLettersWaitAndTheOthersGoOn() {
        start(OLD);
        start(NEWER);
        versions.stopped(OLD);
        assertThatThrownBy(() -> versions.apply(OLD.id()))
                .hasMessage("Module permits 1.0.0 is stopped; its letters wait");
        assertThat(sent(NEWER, Map.of("amount", 20))).contains("Please pay 20.");
    }

    private void start(OneModule module) {
        versions.started(module);
        versions.speaks(module);
    }

    private String sent(OneModule module, Map<String, Object> values) {
        Notice notice = CivilRightsLetters.notice("permit", values);
        return letters.render(versions.apply(module.id()), notice, LocalDate.of(2026, 3, 2))
                .text();
    }

    private static OneModule version(String version, String process, String prefix, String letter) {
        return new OneModule(
                new ModuleId("permits", version),
                List.of(new ProcessDeclaration(process, prefix, "Permit", null, null)),
                Map.of("letters/permit.html", letter.getBytes(StandardCharsets.UTF_8)));
    }
}
