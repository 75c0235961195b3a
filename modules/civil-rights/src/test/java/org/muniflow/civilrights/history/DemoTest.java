package org.muniflow.civilrights.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.muniflow.server.demo.Demonstration;
import org.muniflow.testkit.City;
import org.muniflow.testkit.CityExtension;
import org.muniflow.testkit.ModuleJar;
import org.muniflow.testkit.Person;

/** What a person sees who starts the demonstration: every sample came in, a clock runs, a letter waits. */
class DemoTest {

    @RegisterExtension
    static final CityExtension CITY = CityExtension.of(() -> ModuleJar.pack(Path.of("target/classes")));

    @Test
    void theSamplesComeInOnceAndOneWaitsForDocumentsUnderARunningClock() {
        City city = CITY.city().today(LocalDate.of(2026, 11, 30));
        Demonstration demonstration = city.bean(Demonstration.class);
        demonstration.seed();
        demonstration.seed();

        // The demonstration's own people have passwords that nobody knows here.
        Person analyst = city.person("tess.analyst", "creo-analyst");
        Person director = city.person("tom.director", "creo-director");
        assertThat(analyst.open("/cases?q=Parkway").page().select("tbody tr")).hasSize(1);
        assertThat(director.open("/cases").page().select("tbody tr").size()).isGreaterThanOrEqualTo(13);

        Document board = director.open("/clocks").page();
        assertThat(board.select("div[aria-labelledby=shown] tbody tr").text())
                .contains("Parkway Janitorial LLC", "Dec 5, 2026");
        assertThat(analyst.open("/notices").page().text()).contains("Parkway Janitorial LLC");
    }
}
