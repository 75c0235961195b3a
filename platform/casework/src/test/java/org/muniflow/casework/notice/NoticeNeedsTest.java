package org.muniflow.casework.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniflow.api.casework.Cases;
import org.muniflow.api.casework.Documents.NewDocument;
import org.muniflow.api.casework.Notice.Channel;
import org.muniflow.casework.AppealCases;
import org.muniflow.casework.Appeals;
import org.muniflow.casework.cases.VersionCases;
import org.muniflow.casework.document.StoreForTests;
import org.muniflow.casework.notice.OutboxNotice.State;
import org.muniflow.kernel.engine.CityClock;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleNeed;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppealCases
class NoticeNeedsTest {

    private static final ModuleId VERSION = ModuleId.parse("letter-office@1.0.0");

    @Autowired
    ProcessEngine engine;

    @Autowired
    Cases cases;

    @Autowired
    CityClock clock;

    @Autowired
    VersionCases versions;

    @Autowired
    DataSource source;

    @TempDir
    Path folder;

    private Outbox outbox;
    private String deployment;
    private String number;

    @BeforeEach
    void deploy() {
        Appeals appeals = new Appeals(engine, cases, clock);
        appeals.deploy("2026-03-02");
        outbox = new Outbox(JdbcClient.create(source));
        number = appeals.filed("2026-02-27");
        deployment = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("appeal")
                .latestVersion()
                .singleResult()
                .getDeploymentId();
        JdbcClient.create(source)
                .sql("delete from muniflow.notice where module = 'letter-office'")
                .update();
    }

    @AfterEach
    void release() {
        clock.release();
    }

    @Test
    void aLetterWhoseReceiptStartsAClockHoldsTheVersionOfItsCase() {
        String letter = letter(number, "C-105");
        letter("OTHER-2026-000001", "C-105");
        letter(number, null);
        assertThat(needs(deployment, false)).singleElement().satisfies(need -> {
            assertThat(need.kind()).isEqualTo(ModuleNeed.Kind.NOTICES);
            assertThat(need.examples()).containsExactly(number);
            assertThat(need.sentence())
                    .isEqualTo("1 letter is not sent, or waits for the receipt that starts a clock (" + number
                            + "); record mailing, receipt or return at /notices.");
        });
        assertThat(needs("another-deployment", false)).isEmpty();

        outbox.mailed(letter, LocalDate.of(2026, 3, 3), "70000000000000000001");
        assertThat(needs(deployment, false)).hasSize(1);
        outbox.returned(letter, LocalDate.of(2026, 3, 9));
        assertThat(needs(deployment, false)).isEmpty();
    }

    @Test
    void theLastVersionOfAModuleAlsoWaitsForWhatIsNotSent() {
        String plain = letter(number, null);
        letter("OTHER-2026-000001", "C-105");
        assertThat(needs("another-deployment", true)).singleElement().satisfies(need -> {
            assertThat(need.count()).isEqualTo(2);
            assertThat(need.examples()).containsExactlyInAnyOrder(number, "OTHER-2026-000001");
            assertThat(need.sentence()).startsWith("2 letters are not sent, or wait for the receipts");
        });
        outbox.mailed(plain, LocalDate.of(2026, 3, 3), null);
        assertThat(needs("another-deployment", true)).singleElement().satisfies(need -> assertThat(need.count())
                .isEqualTo(1));
    }

    private List<ModuleNeed> needs(String deployment, boolean last) {
        return new NoticeNeeds(outbox, versions).find(VERSION, List.of(deployment), last);
    }

    private String letter(String caseNumber, @Nullable String clockOnReceipt) {
        LocalDate today = LocalDate.of(2026, 3, 2);
        String document = StoreForTests.open(source, folder, clock)
                .forModule(VERSION.name())
                .store(
                        new NewDocument("record-1", caseNumber, "NOTICE", "letter.txt", today, false, "letter-office"),
                        new ByteArrayInputStream("text".getBytes(StandardCharsets.UTF_8)))
                .id();
        String id = UUID.randomUUID().toString();
        outbox.insert(
                new OutboxNotice(
                        id,
                        VERSION.name(),
                        caseNumber,
                        "appeal",
                        "denial",
                        "A letter",
                        clockOnReceipt == null ? Channel.MAIL : Channel.CERTIFIED_MAIL,
                        "Prairie Paving LLC",
                        List.of("1 Main Street"),
                        null,
                        "",
                        clockOnReceipt,
                        document,
                        State.QUEUED,
                        today,
                        null,
                        null,
                        null,
                        null,
                        "<" + id + "@city.example>",
                        0,
                        null,
                        null,
                        false,
                        "en",
                        null,
                        null,
                        null,
                        null),
                clock.instant());
        return id;
    }
}
