package org.muniflow.casework.holiday;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniflow.casework.calendar.Holiday;
import org.muniflow.casework.ledger.CalendarRecount.Moved;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The city's holidays for machines; editing is the administrators'. */
@RestController
@RequestMapping("/api/holidays")
final class HolidaysRest {

    private final HolidayDesk desk;
    private final Clock clock;

    HolidaysRest(HolidayDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** An edit as machines ask for it. */
    record Asked(
            @Nullable LocalDate date,
            @Nullable String name,
            @Nullable String source,
            @Nullable Boolean active,
            @Nullable LocalDate movedTo,
            @Nullable String reason) {

        HolidayEdit edit() {
            return new HolidayEdit(
                    date, plain(name), plain(source), !Boolean.FALSE.equals(active), movedTo, plain(reason));
        }

        private static String plain(@Nullable String text) {
            return text == null ? "" : text;
        }
    }

    /** A clock that moves. */
    record MovedClock(String caseNumber, String clockId, String title, LocalDate oldDue, LocalDate newDue) {

        static MovedClock of(Moved moved) {
            return new MovedClock(
                    moved.entry().caseNumber(),
                    moved.computation().clockId(),
                    moved.entry().title(),
                    moved.entry().computation().due(),
                    moved.computation().due());
        }
    }

    @GetMapping
    List<Holiday> list(@RequestParam(required = false) @Nullable Integer year) {
        return desk.list(year == null ? LocalDate.now(clock).getYear() : year);
    }

    /** Tells which clocks an edit would move, and changes nothing. */
    @PostMapping("/preview")
    List<MovedClock> preview(@RequestBody Asked asked) {
        return desk.preview(asked.edit()).stream().map(MovedClock::of).toList();
    }

    /** Makes an edit, and answers the clocks that it moved. */
    @PostMapping
    List<MovedClock> make(@RequestBody Asked asked) {
        return desk.make(asked.edit(), null).stream().map(MovedClock::of).toList();
    }
}
