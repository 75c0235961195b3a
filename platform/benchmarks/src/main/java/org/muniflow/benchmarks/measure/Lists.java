package org.muniflow.benchmarks.measure;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muniflow.benchmarks.adapter.Adapter;
import org.muniflow.benchmarks.adapter.PlatformAdapter;
import org.muniflow.casework.board.BoardView;
import org.muniflow.casework.board.ClockBoard;
import org.muniflow.casework.cases.CaseFiles;
import org.muniflow.casework.cases.CaseHistory;
import org.muniflow.casework.cases.CasesByClock;
import org.muniflow.casework.journal.CaseJournal;
import org.muniflow.casework.worklist.WorkList;
import org.muniflow.testkit.City;
import org.muniflow.testkit.Person;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Times what people look at all day, as the queries behind it and as the whole pages of a signed-in clerk: the work list, the
 * board of clocks, the search for cases, the case page. What is about one case is asked for another case each time.
 */
public final class Lists implements Measurement {

    /** What stands before the name of a part that is a capped count, which goal G4 judges. */
    public static final String COUNT = "count of ";

    private static final String PAGE_OF = "page ";
    private static final int PAGE = 25;
    private static final int LINES = 500;
    private static final int SOME = 50;
    private static final List<String> TEAMS = List.of("finance", "law");
    private static final List<String> READABLE = List.of("objection", "refund", "statement-run", "permit");

    private final Map<String, Part> parts = new LinkedHashMap<>();

    /** Makes the measurement. */
    public Lists() {}

    /** A case. */
    private record Some(String number, String title) {

        String party() {
            return title.substring(title.indexOf(" of ") + 4, title.indexOf(','));
        }

        String household() {
            return title.substring(title.indexOf("household"), title.indexOf(" in ward"));
        }
    }

    /** Something that is looked at. */
    private interface Part {
        Object ask(Some one);
    }

    /** Argument: the length of each part in milliseconds. Needs the platform. */
    @Override
    public Map<String, Number> measure(Adapter adapter, List<String> arguments) {
        Duration length = Duration.ofMillis(Long.parseLong(arguments.get(0)));
        City city = ((PlatformAdapter) adapter).city();
        JdbcClient jdbc = JdbcClient.create(adapter.dataSource());
        List<Some> open = some(jdbc, "OPEN");
        List<Some> ended = some(jdbc, "ENDED");
        Person clerk = city.person("clerk", "finance", "law");
        if (parts.isEmpty()) {
            queries(city);
            pages(clerk);
        }
        Map<String, Number> numbers = new LinkedHashMap<>();
        parts.forEach((name, part) -> {
            Latencies latencies = timed(part, name.endsWith("ended case") ? ended : open, length);
            numbers.put(name + ", p50", latencies.percentile(50));
            if (name.startsWith(PAGE_OF)) {
                numbers.put(name + ", p95", latencies.percentile(95));
            }
        });
        return numbers;
    }

    private void queries(City city) {
        WorkList work = city.bean(WorkList.class);
        ClockBoard board = city.bean(ClockBoard.class);
        CaseFiles files = city.bean(CaseFiles.class);
        CasesByClock byClock = city.bean(CasesByClock.class);
        CaseJournal journal = city.bean(CaseJournal.class);
        CaseHistory history = city.bean(CaseHistory.class);
        parts.put("work list of teams", one -> work.ofTeams(TEAMS, true, null, PAGE));
        parts.put("work list of a person", one -> work.mine("clerk", null, PAGE));
        parts.put(COUNT + "a person's tasks", one -> work.countMine("clerk"));
        parts.put(COUNT + "teams' tasks", one -> work.countOfTeams(TEAMS, true));
        for (BoardView view : BoardView.values()) {
            parts.put("clocks, " + view.word(), one -> board.page(view, READABLE, null, PAGE));
        }
        parts.put("clocks of one process, week", one -> board.page(BoardView.WEEK, List.of("objection"), null, PAGE));
        parts.put(COUNT + "clocks by view", one -> board.count(READABLE));
        parts.put("cases, newest", one -> files.page(wanted(null, null), null, PAGE));
        parts.put("cases, newest open", one -> files.page(wanted("OPEN", null), null, PAGE));
        parts.put(
                "cases by kind and state",
                one -> files.page(new CaseFiles.Wanted(List.of("refund"), "ENDED", null), null, PAGE));
        parts.put("cases by number", one -> files.page(wanted(null, one.number()), null, PAGE));
        parts.put("cases by rare words of the title", one -> files.page(wanted(null, one.household()), null, PAGE));
        parts.put("cases by common words of the title", one -> files.page(wanted(null, "ward 3"), null, PAGE));
        parts.put("cases by party", one -> files.page(wanted(null, one.party()), null, PAGE));
        parts.put("cases by clock", one -> byClock.page(wanted(null, null), CasesByClock.Due.WEEK, null, PAGE));
        parts.put("journal of an open case", one -> journal.ofCase(one.number(), 0, LINES));
        parts.put("journal of an ended case", one -> journal.ofCase(one.number(), 0, LINES));
        parts.put("steps of an open case", one -> history.steps(one.number()));
        parts.put("steps of an ended case", one -> history.steps(one.number()));
    }

    private void pages(Person clerk) {
        parts.put("page /work", one -> page(clerk, "/work"));
        parts.put("page /clocks", one -> page(clerk, "/clocks"));
        parts.put("page /clocks?view=missed", one -> page(clerk, "/clocks?view=missed"));
        parts.put("page /clocks?view=paused", one -> page(clerk, "/clocks?view=paused"));
        parts.put("page /clocks?department=refunds", one -> page(clerk, "/clocks?department=refunds"));
        parts.put("page /cases", one -> page(clerk, "/cases"));
        parts.put("page /cases?q=number", one -> page(clerk, "/cases?q=" + one.number()));
        parts.put(
                "page /cases?q=words",
                one -> page(clerk, "/cases?q=" + one.household().replace(' ', '+')));
        parts.put(
                "page /cases?q=party",
                one -> page(clerk, "/cases?q=" + one.party().replace(' ', '+')));
        parts.put("page /cases?type&state", one -> page(clerk, "/cases?type=refund&state=ENDED"));
        parts.put("page /cases?clock", one -> page(clerk, "/cases?clock=WEEK"));
        parts.put("page of an open case", one -> page(clerk, "/cases/" + one.number()));
        parts.put("page of an ended case", one -> page(clerk, "/cases/" + one.number()));
    }

    /** Some decided objections or open ones, of all parts of the year. */
    private static List<Some> some(JdbcClient jdbc, String state) {
        return jdbc.sql("select case_number as number, title from muniflow.case_file where state = ?"
                        + " and process_key = 'objection' order by md5(case_number) fetch first ? rows only")
                .params(state, SOME)
                .query(Some.class)
                .list();
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

    private static Latencies timed(Part part, List<Some> cases, Duration length) {
        Latencies latencies = new Latencies();
        int n = 0;
        for (; n < 10; n++) {
            part.ask(cases.get(n % cases.size()));
        }
        long end = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < end) {
            long start = System.nanoTime();
            part.ask(cases.get(n++ % cases.size()));
            latencies.add(System.nanoTime() - start);
        }
        return latencies;
    }
}
