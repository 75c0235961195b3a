package org.muniflow.casework;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muniflow.api.module.ProcessDeclaration;
import org.muniflow.casework.board.BoardConfiguration;
import org.muniflow.casework.calendar.CalendarConfiguration;
import org.muniflow.casework.cases.CasesConfiguration;
import org.muniflow.casework.clock.CivilRightsClocks;
import org.muniflow.casework.clock.ClockConfiguration;
import org.muniflow.casework.department.DepartmentConfiguration;
import org.muniflow.casework.journal.JournalConfiguration;
import org.muniflow.casework.law.LawConfiguration;
import org.muniflow.casework.law.LawDmn;
import org.muniflow.casework.ledger.LedgerConfiguration;
import org.muniflow.casework.recordclock.RecordClockConfiguration;
import org.muniflow.casework.worklist.WorkListConfiguration;
import org.muniflow.kernel.engine.EngineConfiguration;
import org.muniflow.kernel.engine.ExpressionsConfiguration;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.ModuleListener;
import org.muniflow.kernel.spi.ModuleState;
import org.muniflow.kernel.spi.Modules;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Cases on a real engine, with the civil-rights clocks and one made-up process. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({
    EngineConfiguration.class,
    ExpressionsConfiguration.class,
    BoardConfiguration.class,
    CalendarConfiguration.class,
    LawConfiguration.class,
    ClockConfiguration.class,
    JournalConfiguration.class,
    WorkListConfiguration.class,
    CasesConfiguration.class,
    DepartmentConfiguration.class,
    LedgerConfiguration.class,
    RecordClockConfiguration.class
})
public class CaseworkUnderTest {

    private static final ActiveModule APPEALS = new OneModule(
            "civil-rights",
            List.of(new ProcessDeclaration("appeal", "APPL", "Appeal", "appealId", null)),
            Map.of("bpmn/civil-rights-clocks.dmn", CivilRightsClocks.table("civil-rights-clocks")));

    /** Clocks that no department of this city has yet: one whose breach opens a process. */
    private static final ActiveModule TRIALS = new OneModule(
            "trials",
            List.of(
                    new ProcessDeclaration("investigation", "INVE", "Investigation", "complaintId", null),
                    new ProcessDeclaration("bar", "BARS", "Bar", "applicationId", null),
                    new ProcessDeclaration("reasons", "REAS", "Written reasons", "complaintId", null)),
            Map.of(
                    "bpmn/trials-clocks.dmn",
                    LawDmn.table(
                            "trials-clocks",
                            List.of("title", "kind", "amount", "unit", "escalationGroup", "onBreach", "explanation"),
                            List.of(
                                    List.of(
                                            "T-100",
                                            "\"Investigation\"",
                                            "\"FORWARD\"",
                                            "100",
                                            "\"CALENDAR_DAYS\"",
                                            "\"creo-director\"",
                                            "\"reasons\"",
                                            ""),
                                    List.of("T-BAR", "\"Bar\"", "\"LATER_OF\"", "1", "\"YEARS\"", "", "", ""),
                                    List.of(
                                            "T-WINDOW",
                                            "\"Withdrawal\"",
                                            "\"WINDOW\"",
                                            "",
                                            "",
                                            "",
                                            "",
                                            "\"Open until the audit starts.\"")))));

    private static final List<ActiveModule> CITY = List.of(APPEALS, TRIALS);

    @Bean
    Modules modules() {
        return new OnlyModule();
    }

    @Bean
    ApplicationRunner startModule(List<ModuleListener> listeners) {
        return arguments -> CITY.forEach(module -> listeners.forEach(listener -> listener.started(module)));
    }

    private static final class OnlyModule implements Modules {

        @Override
        public List<ActiveModule> active() {
            return CITY;
        }

        @Override
        public Optional<ActiveModule> owner(String processKey) {
            return CITY.stream()
                    .filter(module -> module.processes().stream()
                            .anyMatch(process -> process.key().equals(processKey)))
                    .findFirst();
        }

        @Override
        public Optional<ActiveModule> find(String name) {
            return CITY.stream().filter(module -> module.name().equals(name)).findFirst();
        }

        @Override
        public List<ModuleState> states() {
            return List.of();
        }
    }
}
