package org.muniflow.civilrights.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.muniflow.casework.duty.ReportDuties;
import org.muniflow.testkit.City;
import org.muniflow.testkit.CityExtension;
import org.muniflow.testkit.ModuleJar;
import org.muniflow.testkit.Person;

/** The directory is updated at least every three months (KCMO Code § 3-463(c)(3), C-204), and counsel sees how the Code is read. */
class DirectoryReportTest {

    @RegisterExtension
    static final CityExtension CITY = CityExtension.of(() -> ModuleJar.pack(Path.of("target/classes")));

    private static final LocalDate FILED = LocalDate.of(2025, 6, 2); // Monday

    @Test
    void theUpdateIsOpenedTakenSignedDeliveredAndEachFigureOpensItsCases() {
        City city = CITY.city().today(FILED);
        CertificationCase certification = CertificationCase.filed(
                        city, FirmOnPaper.eligible("Directory Electric LLC", FILED))
                .fileIs(true)
                .reviewed()
                .auditIs(false);
        certification.done(certification.decides(certification.director, "CERTIFY", true, true));
        Person analyst = CertificationCase.analyst(city);
        Person director = certification.director;
        city.bean(ReportDuties.class).open();

        Document start = analyst.open("/").page();
        String address = start.select("a[href^=/reports/]").attr("href");
        assertThat(start.text()).contains("Reports that are owed", "Update of the directory of certified firms");
        assertThat(analyst.open(address).page().text()).contains("Sep 2, 2025", "3 months from Monday, June 2, 2025");
        assertThat(city.person("rita", "real-estate").open(address).status()).isEqualTo(404);

        city.today(LocalDate.of(2025, 8, 20));
        assertThat(analyst.open("/clocks")
                        .page()
                        .select("div[aria-labelledby=reports]")
                        .text())
                .contains("due soon", "to be taken");
        Person.Answer taken = analyst.submit(address, address + "/take", Map.of());
        assertThat(taken.page().text()).contains("The report is taken.", "Firms listed");
        String hash = director.open(address).page().select("input[name=sha256]").attr("value");
        assertThat(analyst.submit(address, address + "/sign", Map.of("sha256", hash))
                        .status())
                .isEqualTo(403);
        assertThat(director.submit(address, address + "/sign", Map.of("sha256", hash))
                        .page()
                        .text())
                .contains("The report is signed.");
        String figure = taken.page().select("tr:contains(Firms listed) a").attr("href");
        assertThat(analyst.open(figure).page().select("main li a").eachText()).contains(certification.number);
        String kept = taken.page().select("a[href^=/api/documents/]").attr("href");
        assertThat(analyst.open(kept).body()).contains("Directory Electric LLC", "KCMO Code § 3-463(c)(3)");
        assertThat(analyst.submit(address, address + "/deliver", Map.of("on", "soon", "how", ""))
                        .page()
                        .select(".usa-error-message")
                        .eachText())
                .hasSize(2);

        Person.Answer delivered = analyst.submit(
                address, address + "/deliver", Map.of("on", "2025-08-20", "how", "Put on the city's website"));

        assertThat(delivered.page().text()).contains("The delivery is recorded", "Put on the city's website");
        List<String> owed = analyst.open("/reports")
                .page()
                .select("div[aria-labelledby=owed] tbody tr")
                .eachText();
        assertThat(owed).singleElement().asString().contains("number 2", "Nov 20, 2025");
    }

    @Test
    void counselReadsEveryReadingThatTheModuleApplies() {
        City city = CITY.city().today(FILED);
        Person counsel = city.person("laura", "law");
        Document list = counsel.open("/readings").page();
        assertThat(list.select("tbody tr").size()).isGreaterThanOrEqualTo(30);
        assertThat(list.text()).contains("A-22 Until when an application may be withdrawn");
        assertThat(counsel.open("/readings/civil-rights/A-22").page().text())
                .contains("KCMO Code § 3-461(h)", "R-263", "C-122", "MBE/WBE certification");
        assertThat(city.person("dora", "creo-director").open("/readings").status())
                .isEqualTo(200);
        assertThat(CertificationCase.analyst(city).open("/readings").status()).isEqualTo(403);
        assertThat(counsel.open("/readings/civil-rights/A-99").status()).isEqualTo(404);
    }
}
