package org.muniflow.casework.holiday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muniflow.api.casework.Cases;
import org.muniflow.api.casework.Ledger.Cause;
import org.muniflow.api.page.Rejected;
import org.muniflow.casework.AppealCases;
import org.muniflow.casework.Appeals;
import org.muniflow.casework.calendar.CityCalendar;
import org.muniflow.casework.journal.CaseJournal;
import org.muniflow.casework.journal.JournalEntry;
import org.muniflow.casework.ledger.CalendarRecount;
import org.muniflow.casework.ledger.CalendarRecount.Moved;
import org.muniflow.casework.ledger.ClockChange;
import org.muniflow.casework.ledger.ClockLedger;
import org.muniflow.casework.ledger.LedgerEntry;
import org.muniflow.casework.ledger.LedgerEntry.State;
import org.muniflow.casework.worklist.WorkList;
import org.muniflow.kernel.engine.CityClock;
import org.muniflow.kernel.spi.Actors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

@AppealCases
class HolidayDeskTest {

    private static final String CLOSING = "2031-05-12"; // Monday
    private static final HolidayEdit CLOSED = edit(CLOSING, true, null);

    @Autowired
    ProcessEngine engine;

    @Autowired
    Cases cases;

    @Autowired
    CityClock clock;

    @Autowired
    CityCalendar calendar;

    @Autowired
    CalendarRecount recount;

    @Autowired
    ClockLedger ledger;

    @Autowired
    CaseJournal journal;

    @Autowired
    WorkList work;

    @Autowired
    Actors actors;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    Appeals appeals;
    HolidayDesk desk;

    @BeforeEach
    void open() {
        appeals = new Appeals(engine, cases, clock);
        appeals.deploy("2031-05-02"); // Friday
        desk = new HolidayDesk(calendar, recount, jdbc, actors, new TransactionTemplate(transactions), clock);
    }

    @AfterEach
    void restore() {
        jdbc.sql(
                        "update muniflow.clock set settled_at = started_at where settled_at is null and trigger_on >= '2031-01-01'")
                .update();
        jdbc.sql("delete from muniflow.holiday where holiday_date in ('2031-05-12', '2031-05-27')")
                .update();
        jdbc.sql("update muniflow.holiday set active = true, name = 'Memorial Day' where holiday_date = '2031-05-26'")
                .update();
        jdbc.sql("delete from muniflow.holiday_change").update();
        calendar.readAgain();
        clock.release();
    }

    @Test
    void anEditMovesExactlyTheRunningClocksThatCountItsDayAndKeepsTheOldValues() {
        String counts = appeals.filed("2031-05-01"); // due Thursday 15 May
        String overBefore = appeals.filed("2031-04-24"); // due Thursday 8 May
        String settled = appeals.filed("2031-05-01");
        appeals.complete(settled, Map.of("forwardedOn", "2031-05-02", "documentsDueOn", "2031-06-15"));
        String inCalendarDays = cases.start(
                "investigation", "complaint-1", "Doe", day("2031-05-01"), Map.of("receivedOn", day("2031-05-01")));
        String before = journalOf(settled).toString();

        List<Moved> foreseen = desk.preview(CLOSED);
        assertThat(foreseen).singleElement().satisfies(moved -> {
            assertThat(moved.entry().caseNumber()).isEqualTo(counts);
            assertThat(moved.entry().computation().due()).isEqualTo("2031-05-15");
            assertThat(moved.computation().due()).isEqualTo("2031-05-16");
        });
        assertThat(first(counts).changes()).isEmpty();
        assertThat(calendar.isBusinessDay(day(CLOSING))).isTrue();

        assertThat(desk.make(CLOSED, HolidayDesk.mark(foreseen))).hasSize(1);
        LedgerEntry moved = first(counts);
        assertThat(moved.state()).isEqualTo(State.RUNNING);
        assertThat(moved.first().due()).isEqualTo("2031-05-15");
        assertThat(moved.computation().due()).isEqualTo("2031-05-16");
        assertThat(moved.computation().skipped())
                .anyMatch(skipped -> skipped.reason().equals("City closed"));
        assertThat(moved.changes()).singleElement().satisfies(change -> assertThat(change.kind())
                .isEqualTo(ClockChange.Kind.CALENDAR));
        assertThat(moved.why())
                .contains("The city's holidays were edited on Friday, May 2, 2031: The council closed the city")
                .endsWith("The last day is therefore Friday, May 16, 2031.");
        assertThat(appeals.task(counts).getDueDate()).isEqualTo("2031-05-17T04:59:59Z");
        assertThat(work.ofCase(counts).get(0).dueAt()).isEqualTo("2031-05-17T04:59:59Z");
        assertThat(journalOf(counts))
                .anyMatch(line -> line.contains("moves from Thursday, May 15, 2031 to Friday, May 16, 2031"));
        assertThat(first(overBefore).changes()).isEmpty();
        assertThat(first(inCalendarDays).changes()).isEmpty();
        assertThat(first(settled).changes()).isEmpty();
        assertThat(journalOf(settled).toString()).isEqualTo(before);
        assertThat(appeals.filed("2031-05-01"))
                .satisfies(next -> assertThat(first(next).computation().due()).isEqualTo("2031-05-16"));
        assertThat(desk.changes(10)).singleElement().satisfies(made -> {
            assertThat(made.before()).isEqualTo("no holiday");
            assertThat(made.clocksMoved()).isEqualTo(1);
        });

        desk.make(edit(CLOSING, false, null), null);
        assertThat(first(counts).computation().due()).isEqualTo("2031-05-15");
        assertThat(first(counts).changes()).hasSize(2);
        assertThat(desk.list(2031)).anyMatch(row -> row.date().equals(day(CLOSING)) && !row.active());
    }

    @Test
    void aMovedHolidayMovesClocksByBothItsDays() {
        String number = appeals.filed("2031-05-12"); // due Tuesday 27 May, without Memorial Day
        assertThat(first(number).computation().due()).isEqualTo("2031-05-27");
        desk.make(edit("2031-05-26", true, "2031-05-27"), null);
        assertThat(first(number).computation().due()).isEqualTo("2031-05-26");
        assertThat(calendar.isBusinessDay(day("2031-05-26"))).isTrue();
        assertThat(calendar.isBusinessDay(day("2031-05-27"))).isFalse();
    }

    @Test
    void aPausedClockCountsTheEditedDaysWhenItRunsOn() {
        Cause stay = new Cause("Mediation.", "Order of 2 May");
        String number = appeals.filed("2031-05-01");
        ledger.pause(number, "C-106", day("2031-05-02"), stay);
        assertThat(desk.make(CLOSED, null)).isEmpty();
        assertThat(ledger.resume(number, "C-106", day("2031-05-02"), stay)).isEqualTo("2031-05-16");
    }

    @Test
    void whatWasConfirmedIsDoneOrNothing() {
        List<Moved> foreseen = desk.preview(CLOSED);
        String late = appeals.filed("2031-05-01");
        assertThatThrownBy(() -> desk.make(CLOSED, HolidayDesk.mark(foreseen)))
                .isInstanceOfSatisfying(Rejected.class, refusal -> assertThat(
                                refusal.problems().get(0).message())
                        .contains("the list of clocks has changed"));
        assertThat(first(late).changes()).isEmpty();
        assertThat(calendar.isBusinessDay(day(CLOSING))).isTrue();
        assertThat(desk.changes(10)).isEmpty();
    }

    @Test
    void aStepThatWasUnderWayIsCountedAnewLater() {
        desk.make(CLOSED, null);
        jdbc.sql("update muniflow.holiday set active = false where holiday_date = '2031-05-12'")
                .update();
        calendar.readAgain();
        String number = appeals.filed("2031-05-01");
        assertThat(first(number).computation().due()).isEqualTo("2031-05-15");
        jdbc.sql("update muniflow.holiday set active = true where holiday_date = '2031-05-12'")
                .update();
        assertThat(desk.settle()).isEqualTo(1);
        assertThat(first(number).computation().due()).isEqualTo("2031-05-16");
        assertThat(desk.settle()).isZero();
    }

    @Test
    void anAdministratorSeesWhichClocksMoveBeforeTheyDo() throws Exception {
        String number = appeals.filed("2031-05-01");
        MockMvc site = MockMvcBuilders.standaloneSetup(new HolidayPages(desk, clock))
                .setViewResolvers(views())
                .build();
        site.perform(get("/admin/holidays"))
                .andExpect(content()
                        .string(allOf(containsString("Monday, May 26, 2031"), containsString("Memorial Day"))));
        site.perform(get("/admin/holidays/edit").param("date", "2031-05-26"))
                .andExpect(content().string(containsString("value=\"Memorial Day\"")));
        site.perform(post("/admin/holidays/preview").param("date", "2031-05-11").param("active", "true"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("This is a weekend"),
                                containsString("Enter the name of the holiday."),
                                containsString("Enter a reason in a sentence."))));
        String page = site.perform(post("/admin/holidays/preview")
                        .param("date", CLOSING)
                        .param("name", "City closed")
                        .param("source", "Ord. 310001")
                        .param("active", "true")
                        .param("reason", "The council closed the city."))
                .andExpect(content()
                        .string(allOf(
                                containsString("One clock moves"),
                                containsString(number),
                                containsString("Thu, May 15, 2031"),
                                containsString("Fri, May 16, 2031"))))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var confirm = post("/admin/holidays");
        Jsoup.parse(page)
                .select("form[action=/admin/holidays] input[type=hidden]")
                .forEach(field -> confirm.param(field.attr("name"), field.attr("value")));
        site.perform(confirm).andExpect(redirectedUrl("/admin/holidays?year=2031"));
        assertThat(first(number).computation().due()).isEqualTo("2031-05-16");
        site.perform(get("/admin/holidays").param("year", "2031"))
                .andExpect(content().string(containsString("The council closed the city.")));
    }

    private List<String> journalOf(String number) {
        return journal.ofCase(number, 0, 100).stream().map(JournalEntry::what).toList();
    }

    private LedgerEntry first(String number) {
        return ledger.ofCase(number).get(0);
    }

    private static HolidayEdit edit(String date, boolean active, @org.jspecify.annotations.Nullable String movedTo) {
        return new HolidayEdit(
                day(date),
                "City closed",
                "Ord. 310001",
                active,
                movedTo == null ? null : day(movedTo),
                "The council closed the city.");
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private static ThymeleafViewResolver views() {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        ThymeleafViewResolver views = new ThymeleafViewResolver();
        views.setTemplateEngine(engine);
        views.setCharacterEncoding("UTF-8");
        return views;
    }
}
