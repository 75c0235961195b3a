package org.muniflow.benchmarks.population;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.muniflow.api.casework.Cases;
import org.muniflow.api.casework.Documents;
import org.muniflow.api.casework.Documents.NewDocument;
import org.muniflow.api.casework.Ledger.Cause;
import org.muniflow.api.casework.Notice;
import org.muniflow.api.casework.Notices;
import org.muniflow.casework.document.DocumentStore;
import org.muniflow.casework.ledger.ClockLedger;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleService;
import org.muniflow.testkit.City;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * The cases that are worked on for real, by the calls that departments and clerks make: every case has two documents, every
 * fourth that has ended a letter; of the open ones every tenth is claimed, every twentieth is missed, every 33rd is paused.
 */
final class StartedCases {

    private static final ModuleId REFUNDS = new ModuleId("refunds", "1.0.0");
    private static final int AT_ONCE = 100;
    private static final byte[] CONTENT =
            "The bill of March is twice that of February.\n".getBytes(StandardCharsets.UTF_8);

    private final City city;
    private final Cases cases;
    private final TaskService tasks;
    private final ClockLedger clocks;
    private final Documents documents;
    private final Notices notices;
    private final TransactionTemplate together;
    private final LocalDate today;

    StartedCases(City city) {
        this.city = city;
        cases = city.bean(Cases.class);
        tasks = city.engine().getTaskService();
        clocks = city.bean(ClockLedger.class);
        documents = city.bean(DocumentStore.class).forModule(REFUNDS.name());
        notices = notices(city);
        together = new TransactionTemplate(city.bean(PlatformTransactionManager.class));
        today = LocalDate.now(city.bean(Clock.class));
    }

    /** Starts cases that wait at a task with a clock. */
    void open(int count) {
        List<String> numbers = inTransactions(count, n -> {
            return objection("record-open-" + n, n % 20 == 0 ? today.minusDays(45 + n % 60) : received(n));
        });
        inTransactions(count, n -> {
            if (n % 10 == 1) {
                tasks.claim(task(numbers.get(n)).getId(), "clerk");
            }
            if (n % 33 == 2 && n % 20 != 0) {
                clocks.pause(
                        numbers.get(n),
                        "B-1",
                        today,
                        new Cause("The household was asked for its bill", "KCMO Code § 78-11"));
            }
            return numbers.get(n);
        });
    }

    /** Works on cases to their end: of twenty, nineteen are decided by a person at a task with a clock. */
    void ended(int count) {
        List<String> numbers = inTransactions(count, n -> {
            String record = "record-ended-" + n;
            return isRefund(n)
                    ? add(record, cases.start("refund", record, "Refund", today, Map.of()))
                    : objection(record, received(n));
        });
        inTransactions(count, n -> {
            if (!isRefund(n)) {
                decide(n, numbers.get(n));
            }
            return numbers.get(n);
        });
    }

    private static boolean isRefund(int n) {
        return n % 20 == 17;
    }

    private void decide(int n, String number) {
        if (n % 4 == 0) {
            notices.send(new Notice(
                    number,
                    "objection-decision",
                    "Decision of an objection",
                    Notice.Channel.MAIL,
                    new Notice.Addressee("Household " + n, List.of("414 East 12th Street", "Kansas City, MO"), null),
                    Map.of("household", "household " + n),
                    "KCMO Code § 78-11",
                    null));
        }
        String task = task(number).getId();
        city.engine().getIdentityService().setAuthentication("clerk", List.of("finance"));
        try {
            tasks.claim(task, "clerk");
            tasks.complete(task);
        } finally {
            city.engine().getIdentityService().clearAuthentication();
        }
    }

    private LocalDate received(int n) {
        return today.minusDays(n % 27);
    }

    private String objection(String record, LocalDate received) {
        String number = cases.start("objection", record, "Objection", received, Map.of("receivedOn", received));
        return add(record, number);
    }

    private String add(String record, String number) {
        for (String type : List.of("BILL", "OBJECTION")) {
            documents.store(
                    new NewDocument(record, number, type, type + ".txt", today, false, "clerk"),
                    new ByteArrayInputStream(CONTENT));
        }
        return number;
    }

    private Task task(String number) {
        return Objects.requireNonNull(
                tasks.createTaskQuery().processInstanceBusinessKey(number).singleResult());
    }

    private List<String> inTransactions(int count, IntFunction<String> work) {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < count; i += AT_ONCE) {
            int first = i;
            together.executeWithoutResult(status -> {
                for (int n = first; n < Math.min(first + AT_ONCE, count); n++) {
                    numbers.add(work.apply(n));
                }
            });
        }
        return numbers;
    }

    private static Notices notices(City city) {
        ModuleService<?> service = Objects.requireNonNull(
                        city.bean(DispatcherServlet.class).getWebApplicationContext())
                .getBeansOfType(ModuleService.class)
                .values()
                .stream()
                .filter(offered -> offered.type() == Notices.class)
                .findFirst()
                .orElseThrow();
        return Notices.class.cast(service.forModule().apply(REFUNDS));
    }
}
