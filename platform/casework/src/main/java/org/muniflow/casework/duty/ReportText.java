package org.muniflow.casework.duty;

import java.time.LocalDate;
import java.util.List;
import org.muniflow.api.report.ReportDuty;
import org.muniflow.casework.page.CsvText;

/** Writes a report as a table that any spreadsheet opens: what it is, its figures, its rows. */
final class ReportText {

    private ReportText() {}

    static String of(Report report, LocalDate asOf, ReportDuty.ReportContent content) {
        StringBuilder text = new StringBuilder()
                .append(CsvText.line(List.of("Report", report.title())))
                .append(CsvText.line(List.of("Section", report.cites())))
                .append(CsvText.line(List.of("Addressee", report.addressee())))
                .append(CsvText.line(List.of("Covers", report.coversFrom(), asOf)))
                .append(CsvText.line(List.of("Last day", report.dueOn())));
        content.figures().forEach(figure -> text.append(CsvText.line(List.of(figure.title(), figure.value()))));
        if (!content.headings().isEmpty()) {
            text.append("\r\n").append(CsvText.line(content.headings()));
            for (List<String> row : content.rows()) {
                if (row.size() != content.headings().size()) {
                    throw new IllegalStateException("Report " + report.dutyId() + ": a row has " + row.size()
                            + " values for " + content.headings().size() + " headings");
                }
                text.append(CsvText.line(row));
            }
        }
        return text.toString();
    }
}
