package org.muniflow.casework.recordclock;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.muniflow.api.casework.Cases;
import org.muniflow.api.casework.ClockDue;
import org.muniflow.api.casework.Journal;
import org.muniflow.api.casework.RecordClocks;
import org.muniflow.api.time.Days;
import org.muniflow.api.time.Period;
import org.muniflow.casework.clock.ClockDefinition;
import org.muniflow.casework.clock.ClockKind;
import org.muniflow.casework.clock.ModuleClocks;
import org.muniflow.casework.recordclock.RecordClockRows.Place;
import org.muniflow.casework.recordclock.RecordClockRows.Row;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.Modules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Starts, settles and opens clocks of records. A row is locked while it is settled or its process is opened, and case and row
 * commit together, so that it opens once, whatever node or restart comes in between.
 */
final class RecordClockDesk {

    private static final Logger LOG = LoggerFactory.getLogger(RecordClockDesk.class);
    private static final int PAGE = 200;

    private final RecordClockRows rows;
    private final ModuleClocks clocks;
    private final Supplier<Modules> modules;
    private final Supplier<Cases> cases;
    private final Function<String, Journal> journals;
    private final TransactionOperations transactions;

    RecordClockDesk(
            RecordClockRows rows,
            ModuleClocks clocks,
            Supplier<Modules> modules,
            Supplier<Cases> cases,
            Function<String, Journal> journals,
            TransactionOperations transactions) {
        this.rows = rows;
        this.clocks = clocks;
        this.modules = modules;
        this.cases = cases;
        this.journals = journals;
        this.transactions = transactions;
    }

    RecordClocks forModule(String module) {
        return new RecordClocks() {
            @Override
            public ClockDue start(Start start) {
                return RecordClockDesk.this.start(module, start);
            }

            @Override
            public boolean satisfied(String recordId, String clockId, LocalDate actOn) {
                return settle(module, recordId, clockId, row -> {
                    if (actOn.isAfter(row.clock().clock().due())) {
                        return false;
                    }
                    rows.settle(row.id(), State.MET, actOn, null);
                    tell(row, "Clock " + clockId + " was met by the act of " + actOn + ".");
                    return true;
                });
            }

            @Override
            public boolean cancel(String recordId, String clockId, String reason) {
                return settle(module, recordId, clockId, row -> {
                    rows.settle(row.id(), State.CANCELLED, null, null);
                    tell(row, "Clock " + clockId + " was cancelled: " + reason);
                    return true;
                });
            }

            @Override
            public List<RecordClock> ofRecord(String recordId) {
                return rows.ofRecord(module, recordId);
            }
        };
    }

    private ClockDue start(String module, RecordClocks.Start start) {
        if (!modules.get().owner(start.processKey()).map(ActiveModule::name).equals(Optional.of(module))) {
            throw new IllegalArgumentException("Record clock " + start.clockId() + " is to open " + start.processKey()
                    + ", which is no process of module " + module + "; name one that the module declares");
        }
        ClockDefinition definition = clocks.definition(start.clockId(), start.trigger());
        ClockDue due = compute(definition, start);
        return Objects.requireNonNull(transactions.execute(status -> {
            for (Row before : rows.holdWaiting(module, start.recordId(), start.clockId())) {
                rows.settle(before.id(), RecordClocks.State.CANCELLED, null, null);
                tell(
                        before,
                        "Clock " + start.clockId() + " to "
                                + before.clock().clock().due() + " is started anew.");
            }
            rows.insert(module, start, definition, due);
            journals.apply(module)
                    .write(
                            null,
                            start.recordId(),
                            "Clock " + start.clockId() + " (" + definition.title() + ") runs from " + due.trigger()
                                    + " to " + due.due() + ".",
                            due.cites());
            return due;
        }));
    }

    private ClockDue compute(ClockDefinition definition, RecordClocks.Start start) {
        Period length = definition.length();
        if (length != null && length.unit() == Days.BUSINESS_DAYS) {
            throw new IllegalArgumentException("Clock " + start.clockId()
                    + " counts business days, which an edit of the holidays may move; run it on a step of a case");
        }
        LocalDate setOn = start.setOn();
        if (definition.kind() == ClockKind.PERSON_SET && setOn != null) {
            return new ClockDue(
                    start.clockId(),
                    definition.kind().name(),
                    start.trigger(),
                    null,
                    null,
                    setOn,
                    List.of(),
                    definition.cites());
        }
        if (definition.kind() == ClockKind.LOOK_BACK) {
            throw new IllegalArgumentException(
                    "Clock " + start.clockId() + " looks back from its date, so nothing becomes due by it");
        }
        return clocks.due(start.clockId(), start.trigger());
    }

    private boolean settle(String module, String recordId, String clockId, Function<Row, Boolean> act) {
        return Boolean.TRUE.equals(transactions.execute(status ->
                rows.holdWaiting(module, recordId, clockId).stream().map(act).reduce(false, Boolean::logicalOr)));
    }

    /** Opens the process of every clock whose last day is over, and returns how many were opened. */
    int open(LocalDate today) {
        int opened = 0;
        Place last = Place.FIRST;
        for (List<Place> page = rows.due(today, last, PAGE); !page.isEmpty(); ) {
            for (Place place : page) {
                opened += tryToOpen(place.id(), today);
            }
            last = page.get(page.size() - 1);
            page = rows.due(today, last, PAGE);
        }
        return opened;
    }

    private int tryToOpen(String id, LocalDate today) {
        try {
            return Objects.requireNonNull(transactions.execute(
                    status -> rows.holdWaiting(id).map(row -> open(row, today)).orElse(0)));
        } catch (RuntimeException failed) {
            LOG.warn(
                    "The record clock {} is due; its process could not be opened and will be tried again: {}",
                    id,
                    failed.getMessage());
            return 0;
        }
    }

    private int open(Row row, LocalDate today) {
        ClockDue due = row.clock().clock();
        String number = cases.get()
                .start(
                        row.processKey(),
                        row.clock().recordId(),
                        row.title(),
                        today,
                        Map.of("recordClock", due.clockId(), "clockDueOn", due.due()));
        rows.settle(row.id(), RecordClocks.State.OPENED, null, number);
        tell(row, "Clock " + due.clockId() + " ended on " + due.due() + "; case " + number + " was opened.");
        return 1;
    }

    private void tell(Row row, String what) {
        journals.apply(row.module())
                .write(null, row.clock().recordId(), what, row.clock().clock().cites());
    }
}
