package org.muniflow.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./muniflow module new} in a copy of the tree: what it generates builds, passes its tests, installs and runs. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class NewModuleIT {

    private static final Path ROOT = Path.of(System.getProperty("muniflow.root"));
    private static final Set<String> LEFT_OUT =
            Set.of(".git", ".muniflow", "node_modules", "surefire-reports", "failsafe-reports", "images");

    @TempDir
    private Path tree;

    /** What a command printed, and how it ended. */
    private record Said(int exit, String text) {}

    @BeforeEach
    void copyTheTree() throws IOException {
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (LEFT_OUT.contains(String.valueOf(folder.getFileName()))) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(tree.resolve(ROOT.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                // With its time, so that what is built there counts as built here.
                Files.copy(file, tree.resolve(ROOT.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private Said run(String... command) throws IOException, InterruptedException {
        Path said = Files.createTempFile("said", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(tree.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return new Said(process.exitValue(), Files.readString(said));
    }

    private Said generate(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("./muniflow", "module", "new"));
        command.addAll(List.of(arguments));
        return run(command.toArray(String[]::new));
    }

    @Test
    void aGeneratedDepartmentBuildsPassesItsTestsInstallsAndRunsACase() throws Exception {
        Said generated = generate("street-trees");
        assertThat(generated.exit()).as(generated.text()).isZero();
        assertThat(Files.readString(tree.resolve("pom.xml"))).containsOnlyOnce("<module>modules/street-trees</module>");

        Said built = run(
                "mvn",
                "-o",
                "-q",
                "-B",
                "-ntp",
                "-pl",
                "modules/street-trees",
                "-am",
                "package",
                "spotless:check",
                "-Dtest=org.muniflow.streettrees.**",
                "-Dsurefire.failIfNoSpecifiedTests=false",
                "-Dpostgresql.skip=true",
                // What the platform's own build has made is taken as it is.
                "-Dassets.skip=true",
                "-Dspring-boot.repackage.skip=true",
                "-Dmaven.compiler.useIncrementalCompilation=false");
        assertThat(built.exit()).as(built.text()).isZero();
        Path module = tree.resolve("modules/street-trees");
        try (var reports = Files.list(module.resolve("target/surefire-reports"))) {
            assertThat(reports.map(report -> report.getFileName().toString()))
                    .contains(
                            "org.muniflow.streettrees.ModelStyleTest.txt",
                            "org.muniflow.streettrees.PermitFeeTest.txt",
                            "org.muniflow.streettrees.RequestHistoriesTest.txt");
        }

        try (City city = City.opening().open()) {
            city.install(ModuleJar.built(module.resolve("target"), "street-trees"))
                    .today(LocalDate.of(2026, 3, 2));
            assertThat(city.admin()
                            .get("/api/modules/street-trees/1.0.0-SNAPSHOT")
                            .body())
                    .contains("ACTIVE");
            Person.Answer sent = city.visitor()
                    .post(
                            "/api/applications/street-trees-request",
                            Map.of("applicant", "Ada Park", "street", "1 Main St", "city", "Kansas City", "days", 2));
            assertThat(sent.status()).as(sent.body()).isEqualTo(201);
            String number = sent.json().path("caseNumber").asText();
            assertThat(number).startsWith("STRE-2026-");
            city.runDueJobs();
            Person clerk = city.person("lee", "street-trees-clerk");
            assertThat(clerk.complete(number, "userTask_decideRequest", Map.of("decision", "GRANT"))
                            .status())
                    .isEqualTo(204);
            city.today(LocalDate.of(2026, 4, 1)).runDueJobs();
            assertThat(clerk.open("/cases/" + number).page().text()).contains("Permit issued");
        }
    }

    @Test
    void aNameThatIsTakenOrNoneIsRefusedAndNothingIsWritten() throws Exception {
        String pom = Files.readString(tree.resolve("pom.xml"));

        assertThat(generate("civil-rights"))
                .extracting(Said::exit, said -> said.text().contains("There is already"))
                .containsExactly(1, true);
        assertThat(generate("Street-Trees").text()).contains("is no name in kebab-case");
        assertThat(generate("../trees").text()).contains("is no name in kebab-case");
        assertThat(generate("order").text()).contains("is a word of Java, of SQL or of the platform");
        assertThat(generate("pg-trees").exit()).isEqualTo(2);
        assertThat(generate().text()).contains("./muniflow module new street-trees");
        assertThat(Files.readString(tree.resolve("pom.xml"))).isEqualTo(pom);
        try (var departments = Files.list(tree.resolve("modules"))) {
            assertThat(departments.map(folder -> folder.getFileName().toString()))
                    .doesNotContain("order", "pg-trees", "Street-Trees");
        }
    }
}
