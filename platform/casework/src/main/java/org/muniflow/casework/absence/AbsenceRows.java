package org.muniflow.casework.absence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code muniflow.absence}; one that was ended early stays, with who ended it. */
final class AbsenceRows {

    private static final String SELECT =
            "select id, person, substitute, from_on, to_on from muniflow.absence where ended_at is null and ";
    private static final String ORDER = " order by from_on, id fetch first 100 rows only";

    private final JdbcClient jdbc;
    private final Clock clock;

    AbsenceRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Absence> find(String id) {
        return jdbc.sql(SELECT + "id = ?").param(id).query(AbsenceRows::absence).optional();
    }

    /** The absences of a person that are not over. */
    List<Absence> of(String person) {
        return jdbc.sql(SELECT + "person = ? and to_on >= ?" + ORDER)
                .params(person, LocalDate.now(clock))
                .query(AbsenceRows::absence)
                .list();
    }

    /** For whom a person stands in today. */
    List<Absence> standInsOf(String substitute) {
        LocalDate today = LocalDate.now(clock);
        return jdbc.sql(SELECT + "substitute = ? and from_on <= ? and to_on >= ?" + ORDER)
                .params(substitute, today, today)
                .query(AbsenceRows::absence)
                .list();
    }

    void insert(Absence absence, String user) {
        jdbc.sql("insert into muniflow.absence (id, person, substitute, from_on, to_on, entered_by, entered_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        absence.id(),
                        absence.person(),
                        absence.substitute(),
                        absence.fromOn(),
                        absence.toOn(),
                        user,
                        OffsetDateTime.now(clock))
                .update();
    }

    void end(String id, String user) {
        jdbc.sql("update muniflow.absence set ended_by = ?, ended_at = ? where id = ? and ended_at is null")
                .params(user, OffsetDateTime.now(clock), id)
                .update();
    }

    private static Absence absence(ResultSet row, int number) throws SQLException {
        return new Absence(
                row.getString("id"),
                row.getString("person"),
                row.getString("substitute"),
                row.getObject("from_on", LocalDate.class),
                row.getObject("to_on", LocalDate.class));
    }
}
