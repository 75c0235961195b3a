package org.muniflow.casework.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.muniflow.api.law.LawNumbers;
import org.muniflow.casework.OneModule;
import org.muniflow.casework.clock.CivilRightsClocks;

class LawTablesTest {

    private final ModuleLaw law = new ModuleLaw();
    private final List<String> problems = new ArrayList<>();

    @Test
    void theNumbersOfCertificationAreInTheTable() {
        LawNumbers numbers = start(CivilRightsClocks.table("civil-rights-numbers"));
        LocalDate applied = LocalDate.of(2024, 9, 2);
        assertThat(problems).isEmpty();
        assertThat(numbers.get("ownership.minimumPercent", applied)).isEqualByComparingTo("51");
        assertThat(numbers.whole("presence.minimumTransactions", applied)).isEqualTo(2);
        assertThat(numbers.whole("presence.minimumFullTimeEmployees", applied)).isEqualTo(1);
        assertThat(numbers.get("presence.moreThanPercentOfTime", applied)).isEqualByComparingTo("50");
        assertThat(numbers.get("minority.minimumDescentPercent", applied)).isEqualByComparingTo("25");
    }

    @Test
    void anAmendmentAddsARowAndTheGoverningDateChooses() {
        LawNumbers numbers = start(table(
                row("limit", "100", "2020-01-01", "", "KCMO Code § 3-1"),
                row("limit", "120", "2024-07-01", "", "Ord. 240222 § 2")));
        assertThat(problems).isEmpty();
        assertThat(numbers.whole("limit", LocalDate.of(2024, 6, 30))).isEqualTo(100);
        assertThat(numbers.whole("limit", LocalDate.of(2024, 7, 1))).isEqualTo(120);
        assertThatThrownBy(() -> numbers.get("limit", LocalDate.of(2019, 12, 31)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The law number limit has no row in force on 2019-12-31; add one to civil-rights-numbers.dmn"
                                + " with its effectiveFrom");
        assertThatThrownBy(() -> numbers.get("other", LocalDate.of(2024, 7, 1)))
                .hasMessageContaining("other is unknown");
    }

    @Test
    void allProblemsOfATableAreReportedWithRowAndRemedy() {
        start(table(
                row("limit", "many", "2020-01-01", "2019-01-01", "KCMO Code § 3-1"),
                row("", "1", "soon", "", "somewhere"),
                row("twin", "1", "", "", "KCMO Code § 3-1"),
                row("twin", "2", "", "", "")));
        assertThat(problems)
                .anyMatch(problem -> problem.contains("row 1 (limit): value is 'many'; enter a number"))
                .anyMatch(problem -> problem.contains("row 1 (limit): effectiveTo 2019-01-01 is before"))
                .anyMatch(problem -> problem.contains("row 2 (rule_1): id is empty"))
                .anyMatch(problem -> problem.contains("effectivefrom is 'soon'; enter a date"))
                .anyMatch(problem -> problem.contains("Not a citation: 'somewhere'"))
                .anyMatch(problem -> problem.contains("row 4 (twin): cites is empty"))
                .anyMatch(
                        problem -> problem.contains("row 4 (twin): another row of twin takes effect on the same day"));
    }

    @Test
    void aFileThatIsNoTableIsReported() {
        start("no xml".getBytes(StandardCharsets.UTF_8));
        start(new String(table(), StandardCharsets.UTF_8)
                .replace("id=\"civil-rights-numbers\"", "id=\"other\"")
                .getBytes(StandardCharsets.UTF_8));
        assertThat(problems)
                .hasSize(2)
                .anyMatch(problem -> problem.contains("is not a DMN file"))
                .anyMatch(problem -> problem.contains("has no decision with the id civil-rights-numbers"));
    }

    private LawNumbers start(byte[] dmn) {
        OneModule module = new OneModule("civil-rights", List.of(), Map.of("bpmn/civil-rights-numbers.dmn", dmn));
        law.check(module, problems::add);
        law.started(module);
        return law.of("civil-rights");
    }

    private static String[] row(String... cells) {
        return cells;
    }

    private static byte[] table(String[]... rows) {
        StringBuilder text = new StringBuilder("""
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="test">
                  <decision id="civil-rights-numbers" name="Numbers">
                    <decisionTable id="t" hitPolicy="COLLECT">
                      <input id="i"><inputExpression id="ie" typeRef="string"><text>id</text></inputExpression></input>
                      <output id="o1" name="title"/><output id="o2" name="value"/><output id="o3" name="unit"/>
                      <output id="o4" label="Effective from"/><output id="o5" name="effectiveTo"/>
                """);
        for (int i = 0; i < rows.length; i++) {
            String[] cells = rows[i];
            text.append("<rule id=\"rule_").append(i).append("\"><description>").append(cells[4]);
            text.append("</description><inputEntry id=\"in")
                    .append(i)
                    .append("\"><text>")
                    .append(quoted(cells[0]));
            text.append("</text></inputEntry>");
            String[] outputs = {"\"Limit\"", cells[1], "\"USD\"", date(cells[2]), date(cells[3])};
            for (int j = 0; j < outputs.length; j++) {
                text.append("<outputEntry id=\"out")
                        .append(i)
                        .append('_')
                        .append(j)
                        .append("\"><text>");
                text.append(outputs[j]).append("</text></outputEntry>");
            }
            text.append("</rule>");
        }
        return text.append("</decisionTable></decision></definitions>")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        return text.isEmpty() ? "" : '"' + text + '"';
    }

    private static String date(String text) {
        return text.isEmpty() ? "" : "date(\"" + text + "\")";
    }
}
