package org.muniflow.api.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * A report that the law asks for again and again. The platform opens it on time, once, shows it before it is late, keeps what it
 * held when it was taken, and has it signed and delivered. Implement this as a component of the module.
 */
public interface ReportDuty {

    /**
     * Returns the id, for example {@code directory-update}.
     *
     * @return the id in kebab-case; unique in the city
     */
    String id();

    /**
     * Returns the title in plain words.
     *
     * @return the title
     */
    String title();

    /**
     * Returns the section of law that asks for the report.
     *
     * @return the citation
     */
    String cites();

    /**
     * Returns to whom the report is owed.
     *
     * @return the addressee in plain words
     */
    String addressee();

    /**
     * Returns when the report is due.
     *
     * @return the recurrence
     */
    Recurrence recurrence();

    /**
     * Returns who takes and delivers the report.
     *
     * @return group ids
     */
    Set<String> preparers();

    /**
     * Returns who signs the report; never the person who took it.
     *
     * @return group ids
     */
    Set<String> signers();

    /**
     * Returns who hears of a report that is late.
     *
     * @return group ids; those who sign it unless another is named
     */
    default Set<String> escalatesTo() {
        return signers();
    }

    /**
     * Returns the days after each of which a report is due, for a recurrence {@link Recurrence.From#OCCASION}. A day for which
     * there is a report already, or that is still to come, opens none; name no day from which no report is owed any more.
     *
     * @return the days in any order; none unless overridden
     */
    default List<LocalDate> occasions() {
        return List.of();
    }

    /**
     * Computes the report. What it returns is kept as it is; nothing is computed again when the report is read later.
     *
     * @param from the first day that it covers
     * @param asOf the day for which it is computed, the last that it covers: the last of the period, or else the day on which it is
     *     taken
     * @return figures and rows
     */
    ReportContent compute(LocalDate from, LocalDate asOf);

    /**
     * What a report holds.
     *
     * @param figures the figures in order
     * @param headings the headings of the rows; empty if the report has none
     * @param rows the rows in order, each with a value for every heading
     */
    record ReportContent(List<Figure> figures, List<String> headings, List<List<String>> rows) {

        /** Copies the lists. */
        public ReportContent {
            figures = List.copyOf(figures);
            headings = List.copyOf(headings);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A figure of a report.
     *
     * @param key its key in kebab-case, unique in the report
     * @param title what is counted
     * @param value the figure as it is printed
     * @param caseNumbers the cases behind it; may be empty
     */
    record Figure(String key, String title, String value, List<String> caseNumbers) {

        /** Copies the list. */
        public Figure {
            caseNumbers = List.copyOf(caseNumbers);
        }
    }
}
