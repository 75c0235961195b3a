package org.muniflow.benchmarks.measure;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muniflow.benchmarks.adapter.Adapter;
import org.muniflow.benchmarks.adapter.PlatformAdapter;
import org.muniflow.casework.cases.CaseFiles;
import org.muniflow.casework.ledger.ClockLedger;
import org.muniflow.casework.ledger.LedgerEntry;
import org.muniflow.casework.worklist.WorkList;
import org.muniflow.testkit.Person;

/**
 * Times what people look at all day, as the queries behind it and as the whole pages of a signed-in clerk: the work
 * list, the clocks that run out next, and the search for cases.
 */
public final class Lists implements Measurement {

    private static final int PAGE = 25;
    private static final List<String> TEAMS = List.of("finance", "law");
    private static final List<String> READABLE = List.of("objection", "refund", "statement-run", "permit");

    /** Makes the measurement. */
    public Lists() {}

    /** Arguments: the length of each part in milliseconds, the number of open cases. Needs the platform. */
    @Override
    public Map<String, Number> measure(Adapter adapter, List<String> arguments) throws Exception {
        Duration length = Duration.ofMillis(Long.parseLong(arguments.get(0)));
        int open = Integer.parseInt(arguments.get(1));
        PlatformAdapter platform = (PlatformAdapter) adapter;
        WorkList work = platform.city().bean(WorkList.class);
        ClockLedger ledger = platform.city().bean(ClockLedger.class);
        CaseFiles files = platform.city().bean(CaseFiles.class);
        String middle = String.format(Locale.ROOT, "%06d", open / 2);
        String number = files.page(wanted(null, middle), null, 1).get(0).caseNumber();
        Person clerk = platform.city().person("clerk", "finance", "law");

        Map<String, Callable<?>> parts = new LinkedHashMap<>();
        parts.put("work list of teams", () -> work.ofTeams(TEAMS, true, null, PAGE));
        parts.put("work list of a person", () -> work.mine("clerk", null, PAGE));
        parts.put("clocks due next", () -> ledger.open(LedgerEntry.State.RUNNING, null, PAGE));
        parts.put("cases, newest", () -> files.page(wanted(null, null), null, PAGE));
        parts.put("cases, newest open", () -> files.page(wanted("OPEN", null), null, PAGE));
        parts.put("cases by number", () -> files.page(wanted(null, number), null, PAGE));
        parts.put("cases by rare part of title", () -> files.page(wanted(null, "household " + middle), null, PAGE));
        parts.put("cases by common part of title", () -> files.page(wanted(null, "ward 3"), null, PAGE));
        parts.put("page /work", () -> page(clerk, "/work"));
        parts.put("page /cases", () -> page(clerk, "/cases"));
        parts.put("page /cases?q=number", () -> page(clerk, "/cases?q=" + number));
        parts.put("page /cases?q=title", () -> page(clerk, "/cases?q=household+" + middle));

        Map<String, Number> numbers = new LinkedHashMap<>();
        for (Map.Entry<String, Callable<?>> part : parts.entrySet()) {
            numbers.put(part.getKey(), p50(part.getValue(), length));
        }
        return numbers;
    }

    private static CaseFiles.Wanted wanted(@Nullable String state, @Nullable String text) {
        return new CaseFiles.Wanted(READABLE, state, text);
    }

    private static Object page(Person clerk, String path) {
        Person.Answer answer = clerk.open(path);
        if (answer.status() != 200) {
            throw new IllegalStateException(path + " answered " + answer.status());
        }
        return answer;
    }

    private static long p50(Callable<?> part, Duration length) throws Exception {
        for (int i = 0; i < 10; i++) {
            part.call();
        }
        Latencies latencies = new Latencies();
        long end = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < end) {
            long start = System.nanoTime();
            part.call();
            latencies.add(System.nanoTime() - start);
        }
        return latencies.percentile(50);
    }
}
