package org.muniflow.casework.act;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.CaseCorrections;
import org.muniflow.api.casework.CaseCorrections.Correction;
import org.muniflow.casework.journal.CaseJournal;
import org.muniflow.casework.journal.JournalEntry.Kind;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.Modules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tells a department's module what was done to its case, in the act's transaction. A module that does not run holds nothing
 * up: it is told, in a transaction for each case, when it runs again.
 */
final class ModuleTellings {

    private static final Logger LOG = LoggerFactory.getLogger(ModuleTellings.class);
    private static final int AT_ONCE = 100;

    private final Supplier<@Nullable Modules> modules;
    private final JdbcClient jdbc;
    private final CaseJournal journal;
    private final TransactionOperations transactions;
    private final Clock clock;

    ModuleTellings(
            Supplier<@Nullable Modules> modules,
            JdbcClient jdbc,
            CaseJournal journal,
            TransactionOperations transactions,
            Clock clock) {
        this.modules = modules;
        this.jdbc = jdbc;
        this.journal = journal;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What a module has to hear.
     *
     * @param act the act
     * @param correction what was done
     * @param elementId the step it went back to; null for other acts
     * @param receivedOn when the withdrawal was received; null for other acts
     */
    record Told(
            CaseAct act,
            Correction correction,
            @Nullable String elementId,
            @Nullable LocalDate receivedOn) {}

    /** Says before an act what becomes of the record. */
    String preview(String processKey) {
        Optional<ActiveModule> owner = owner(processKey);
        if (owner.isEmpty()) {
            return "The department's module does not run now. It is told of this when it runs again, and sets the record"
                    + " then if it has to.";
        }
        return owner.get().components(CaseCorrections.class).isEmpty()
                ? "The record itself is not changed; correct it on its own pages where that is needed."
                : "The department's module sets the record at the same time.";
    }

    /** Tells the module now or, while it does not run, when it does. */
    void tell(Told told) {
        Optional<ActiveModule> owner = owner(told.correction().processKey());
        if (owner.isPresent()) {
            hear(owner.get(), told);
        } else {
            keep(told);
        }
    }

    /** Tells modules that run again what was done meanwhile. */
    @Scheduled(
            initialDelayString = "${muniflow.cases.tell-every:PT15S}",
            fixedDelayString = "${muniflow.cases.tell-every:PT15S}")
    void catchUp() {
        for (String id : jdbc.sql(
                        "select id from muniflow.case_telling order by since, id fetch first " + AT_ONCE + " rows only")
                .query(String.class)
                .list()) {
            try {
                transactions.executeWithoutResult(status -> late(id));
            } catch (RuntimeException refused) {
                LOG.warn(
                        "The module of a case cannot take up what was done to the case while it did not run ({});"
                                + " this is tried again. Telling {}",
                        refused.getClass().getSimpleName(),
                        id);
            }
        }
    }

    private void late(String id) {
        jdbc.sql("select * from muniflow.case_telling where id = ? for update skip locked")
                .param(id)
                .query(ModuleTellings::told)
                .optional()
                .ifPresent(told -> owner(told.correction().processKey()).ifPresent(module -> {
                    hear(module, told);
                    jdbc.sql("delete from muniflow.case_telling where id = ?")
                            .param(id)
                            .update();
                    journal.write(
                            told.correction().caseNumber(),
                            Kind.CORRECTED,
                            "The department's module, which runs again, was told what had been done: "
                                    + told.act().title().toLowerCase(java.util.Locale.ROOT) + ".",
                            "");
                }));
    }

    private Optional<ActiveModule> owner(String processKey) {
        Modules running = modules.get();
        return running == null ? Optional.empty() : running.owner(processKey);
    }

    private static void hear(ActiveModule module, Told told) {
        for (CaseCorrections each : module.components(CaseCorrections.class)) {
            switch (told.act()) {
                case VOID -> each.voided(told.correction());
                case WITHDRAW -> each.withdrawn(told.correction(), Objects.requireNonNull(told.receivedOn()));
                case GO_BACK -> each.wentBack(told.correction(), Objects.requireNonNull(told.elementId()));
            }
        }
    }

    private void keep(Told told) {
        Correction done = told.correction();
        jdbc.sql(
                        "insert into muniflow.case_telling (id, case_number, process_key, record_id, act, element_id, received_on,"
                                + " reason, acted_by, acted_on, since) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID().toString(),
                        done.caseNumber(),
                        done.processKey(),
                        done.recordId(),
                        told.act().name(),
                        told.elementId(),
                        told.receivedOn(),
                        done.reason(),
                        done.by(),
                        done.on(),
                        OffsetDateTime.now(clock))
                .update();
    }

    private static Told told(ResultSet row, int number) throws SQLException {
        return new Told(
                CaseAct.valueOf(row.getString("act")),
                new Correction(
                        row.getString("case_number"),
                        row.getString("process_key"),
                        row.getString("record_id"),
                        row.getString("reason"),
                        row.getString("acted_by"),
                        row.getObject("acted_on", LocalDate.class)),
                row.getString("element_id"),
                row.getObject("received_on", LocalDate.class));
    }
}
