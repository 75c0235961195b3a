package org.muniflow.portal.register;

import java.util.List;
import java.util.Map;
import org.muniflow.api.register.Register;
import org.muniflow.casework.page.CsvText;

/** Writes the rows of a register as a table for spreadsheets. */
final class Csv {

    private Csv() {}

    static String of(List<Register.Column> columns, List<Map<String, Object>> rows) {
        StringBuilder text = new StringBuilder(
                CsvText.line(columns.stream().map(Register.Column::title).toList()));
        for (Map<String, Object> row : rows) {
            text.append(CsvText.line(
                    columns.stream().map(column -> row.get(column.key())).toList()));
        }
        return text.toString();
    }
}
