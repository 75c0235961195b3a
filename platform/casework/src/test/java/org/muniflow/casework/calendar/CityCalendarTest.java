package org.muniflow.casework.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muniflow.casework.Database;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class CityCalendarTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-05-20T15:00:00Z"), ZoneId.of("America/Chicago"));

    private final DataSource database = Database.fresh();
    private final CityCalendar calendar = new CityCalendar(JdbcClient.create(database), CLOCK);

    @BeforeEach
    void seed() {
        start();
    }

    @Test
    void aFreshCityKnowsTheFederalHolidays() {
        assertThat(calendar.list(2024)).hasSize(11).allMatch(Holiday::active);
        assertThat(calendar.holiday(LocalDate.of(2021, 12, 31))).contains("New Year's Day (observed)"); // Friday
    }

    @Test
    void anEditCountsAtOnceAndSurvivesTheNextStart() {
        LocalDate closing = LocalDate.of(2024, 12, 24); // Tuesday
        LocalDate columbus = LocalDate.of(2024, 10, 14); // Monday
        assertThat(calendar.isBusinessDay(closing)).isTrue();
        calendar.save(new Holiday(closing, "Day before Christmas", "Ord. 240999", true), "admin");
        calendar.save(new Holiday(columbus, "Columbus Day", "Ord. 240999", false), "admin");
        start();
        assertThat(calendar.holiday(closing)).contains("Day before Christmas");
        assertThat(calendar.isBusinessDay(columbus)).isTrue();
    }

    @Test
    void aYearWithoutHolidaysIsRefusedInsteadOfMiscounted() {
        assertThatThrownBy(() -> calendar.plus(LocalDate.of(202, 5, 20), 20)) // a typing error for 2024
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no holidays for 202");
    }

    private void start() {
        new HolidaySeed(
                        new JdbcTemplate(database),
                        new TransactionTemplate(new JdbcTransactionManager(database)),
                        CLOCK)
                .afterPropertiesSet();
    }
}
