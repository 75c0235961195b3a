package org.muniflow.civilrights.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.muniflow.civilrights.presence.MetropolitanArea;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The dated tables that the Code names: industry codes, size standards, the net worth limit, the area's counties. */
public final class ReferenceData implements MetropolitanArea {

    private static final String IN_FORCE = " valid_from <= ? and (valid_to is null or valid_to >= ?)";

    private final JdbcClient jdbc;

    /**
     * Opens the tables.
     *
     * @param jdbc the module's own client
     */
    public ReferenceData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An industry code.
     *
     * @param code six digits
     * @param title the official title
     */
    public record NaicsCode(String code, String title) {}

    /**
     * A size standard (13 CFR 121.201).
     *
     * @param code the NAICS code
     * @param measure RECEIPTS in U.S. dollars, or EMPLOYEES
     * @param ceiling the largest size that is still small
     * @param source where the figure comes from
     */
    public record SizeStandard(String code, String measure, BigDecimal ceiling, String source) {}

    /**
     * A limit on personal net worth.
     *
     * @param amount U.S. dollars
     * @param source where the figure comes from
     */
    public record NetWorthLimit(BigDecimal amount, String source) {}

    /**
     * A county of the Kansas City metropolitan area (KCMO Code § 3-421(a)(29)).
     *
     * @param county the county
     * @param state the state, two letters
     */
    public record County(String county, String state) {}

    /**
     * Returns the industry codes in force.
     *
     * @param on the day
     * @return the codes by number
     */
    public List<NaicsCode> naics(LocalDate on) {
        return jdbc.sql("select code, title from civil_rights.naics_code where" + IN_FORCE + " order by code")
                .params(on, on)
                .query((rs, row) -> new NaicsCode(rs.getString(1), rs.getString(2)))
                .list();
    }

    /**
     * Finds an industry code in force.
     *
     * @param code six digits
     * @param on the day
     * @return the code, or empty
     */
    public Optional<NaicsCode> naics(String code, LocalDate on) {
        return naics(on).stream().filter(known -> known.code().equals(code)).findFirst();
    }

    /**
     * Finds the size standard in force for an industry.
     *
     * @param code the NAICS code
     * @param on the application date
     * @return the standard, or empty when none is loaded
     */
    public Optional<SizeStandard> sizeStandard(String code, LocalDate on) {
        return jdbc.sql("select code, measure, ceiling, source from civil_rights.size_standard where code = ? and"
                        + IN_FORCE)
                .params(code, on, on)
                .query((rs, row) ->
                        new SizeStandard(rs.getString(1), rs.getString(2), rs.getBigDecimal(3), rs.getString(4)))
                .optional();
    }

    /**
     * Finds the net worth limit in force.
     *
     * @param on the application date
     * @return the limit, or empty when none is loaded
     */
    public Optional<NetWorthLimit> netWorthLimit(LocalDate on) {
        return jdbc.sql("select amount, source from civil_rights.pnw_limit where" + IN_FORCE)
                .params(on, on)
                .query((rs, row) -> new NetWorthLimit(rs.getBigDecimal(1), rs.getString(2)))
                .optional();
    }

    /**
     * Returns the counties of the area.
     *
     * @param on the day
     * @return the counties by state and name
     */
    public List<County> counties(LocalDate on) {
        return jdbc.sql("select county, state from civil_rights.area_county where" + IN_FORCE
                        + " order by state desc, county")
                .params(on, on)
                .query((rs, row) -> new County(rs.getString(1), rs.getString(2)))
                .list();
    }

    @Override
    public boolean contains(String county, String state, LocalDate on) {
        String name = county.strip().replaceFirst("(?i)\\s+County$", "");
        String letters =
                switch (state.strip().toUpperCase(Locale.ROOT)) {
                    case "MISSOURI" -> "MO";
                    case "KANSAS" -> "KS";
                    default -> state.strip();
                };
        return counties(on).stream()
                .anyMatch(c -> c.county().equalsIgnoreCase(name) && c.state().equalsIgnoreCase(letters));
    }
}
