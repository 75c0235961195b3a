package org.muniflow.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniflow.api.casework.Documents.NewDocument;
import org.muniflow.casework.document.DocumentStore;
import org.muniflow.casework.journal.JournalCheck;
import org.muniflow.server.operator.BackupCommand;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code ./muniflow backup}, {@code restore} and {@code move}: a city goes on in another place as if nothing had been. */
@Tag("engine")
class BackupCommandTest {

    private static final Map<String, String> ADMIN =
            Map.of("MUNIFLOW_USER", "admin", "MUNIFLOW_PASSWORD", City.ADMIN_PASSWORD);
    private static final byte[] LETTER = "%PDF-1.4\n% A scanned letter\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private static Path folder;

    private static City city;
    private static SampleCase begun;
    private static String documentId;

    @BeforeAll
    static void open() {
        city = City.opening().on(Database.ofRun()).open();
        city.install(SampleModule.version("1.0.0").into(folder));
        begun = SampleCase.requested(city, 2);
        city.runDueJobs();
        documentId = city.bean(DocumentStore.class)
                .forModule(SampleModule.NAME)
                .store(
                        new NewDocument(
                                "REQ-1",
                                begun.number(),
                                "LETTER",
                                "letter.pdf",
                                java.time.LocalDate.of(2026, 11, 2),
                                false,
                                "lee"),
                        new java.io.ByteArrayInputStream(LETTER))
                .id();
    }

    @AfterAll
    static void close() {
        city.close();
    }

    private record Said(int exit, String out, String errors) {}

    private static Said run(Map<String, String> environment, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int exit = BackupCommand.run(
                List.of(words),
                environment,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8));
        return new Said(exit, out.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
    }

    private static Path saved(String name) {
        Path file = folder.resolve(name);
        Said said = run(ADMIN, "backup", city.data().toString(), String.valueOf(city.port()), file.toString(), "");
        assertThat(said.exit()).as(said.errors()).isZero();
        assertThat(said.out())
                .startsWith("Saved in " + file + ": ")
                .contains(" 1 documents")
                .contains("anchor ");
        return file;
    }

    private static void goesOn(City restored) {
        assertThat(restored.bean(JournalCheck.class)
                        .page(0, null, 10_000, Map.of())
                        .findings())
                .isEmpty();
        SampleCase same = new SampleCase(restored, begun.number());
        assertThat(same.tasks()).isEqualTo(begun.tasks()).isNotEmpty();
        assertThat(same.fee()).isEqualTo(begun.fee());
        assertThat(restored.admin().get("/api/modules").body()).contains("ACTIVE");
        assertThat(same.clerk().get("/api/documents/" + documentId).body())
                .isEqualTo(new String(LETTER, StandardCharsets.UTF_8));
        SampleCase next = SampleCase.requested(restored, 1);
        assertThat(next.number()).isGreaterThan(begun.number());
        restored.runDueJobs();
        assertThat(next.tasks()).isNotEmpty();
        DataSource source = restored.bean(DataSource.class);
        numbersGoOn(source);
        JdbcClient rows = JdbcClient.create(source);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> rows.sql("select count(*) from muniflow.journal j where not exists"
                                + " (select 1 from muniflow.journal_seal s where s.journal_id = j.id)")
                        .query(Long.class)
                        .single()
                        .equals(0L));
        assertThat(restored.bean(JournalCheck.class)
                        .page(0, null, 10_000, Map.of())
                        .findings())
                .as("the new lines are sealed behind the old ones")
                .isEmpty();
    }

    /** The next number that the database gives is behind every number that came with the backup. */
    private static void numbersGoOn(DataSource source) {
        JdbcClient rows = JdbcClient.create(source);
        List<String> numbered = rows.sql("select lower(table_schema) || '.' || lower(table_name) || ' ' ||"
                        + " lower(column_name) from information_schema.columns where is_identity = 'YES'"
                        + " and lower(table_schema) <> 'information_schema'")
                .query(String.class)
                .list();
        assertThat(numbered).contains("muniflow.journal id");
        for (String one : numbered) {
            String table = one.split(" ")[0];
            String column = one.split(" ")[1];
            long highest = rows.sql("select coalesce(max(" + column + "), 0) from " + table)
                    .query(Long.class)
                    .single();
            assertThat(next(source, table, column)).as(one).isGreaterThan(highest);
        }
    }

    private static long next(DataSource source, String table, String column) {
        try (Connection connection = source.getConnection()) {
            boolean postgresql =
                    connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
            String[] name = table.split("\\.");
            return JdbcClient.create(source)
                    .sql(
                            postgresql
                                    ? "select nextval(pg_get_serial_sequence('" + table + "', '" + column + "'))"
                                    : "select cast(c.identity_base as bigint) from information_schema.columns c"
                                            + " where lower(c.table_schema) = '" + name[0]
                                            + "' and lower(c.table_name) = '" + name[1]
                                            + "' and lower(c.column_name) = '" + column + "'")
                    .query(Long.class)
                    .single();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everyTableOfThePlatformIsInTheBackupButWhatNodesDoAtTheMoment() throws IOException {
        Set<String> tables = new TreeSet<>(JdbcClient.create(city.bean(DataSource.class))
                .sql("select lower(table_schema) || '.' || lower(table_name) from information_schema.tables where"
                        + " lower(table_schema) in ('muniflow', 'sample_permits') and table_type = 'BASE TABLE'")
                .query(String.class)
                .list());
        assertThat(tables).contains("muniflow.report", "muniflow.document", "muniflow.journal_seal");
        try (ZipFile file = new ZipFile(saved("tables.zip").toFile())) {
            Set<String> kept = file.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith("tables/") && !name.startsWith("tables/engine."))
                    .map(name -> name.substring("tables/".length(), name.length() - ".jsonl".length()))
                    .collect(Collectors.toCollection(TreeSet::new));
            tables.removeAll(kept);
            assertThat(tables).containsExactlyInAnyOrder("muniflow.node", "muniflow.module_node");
        }
    }

    @Test
    void aBackupTakenWhileCasesBeginIsOfOneMomentAndGoesOnInAFreshFolder() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        Thread visitors = new Thread(() -> {
            while (!enough.get()) {
                SampleCase.requested(city, 1);
            }
        });
        visitors.start();
        Path file;
        try {
            file = saved("busy.zip");
        } finally {
            enough.set(true);
            visitors.join();
        }
        Path data = folder.resolve("fresh");
        Said said = run(Map.of(), "restore", data.toString(), "", file.toString(), "");
        assertThat(said.exit()).as(said.errors()).isZero();
        assertThat(said.out()).startsWith("Restored into " + data);
        try (City restored = City.opening().on(Database.H2_FILE).in(data).open()) {
            JdbcClient jdbc = JdbcClient.create(restored.bean(DataSource.class));
            assertThat(jdbc.sql("select count(*) from muniflow.case_file")
                            .query(Long.class)
                            .single())
                    .isEqualTo(jdbc.sql("select count(*) from act_hi_procinst where super_process_instance_id_ is null")
                            .query(Long.class)
                            .single());
            goesOn(restored);
        }

        Said again = run(Map.of(), "restore", data.toString(), "", file.toString(), "");
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.errors()).contains("There is a city in " + data + " already");
        Said over = run(Map.of(), "backup", data.toString(), "", file.toString(), "");
        assertThat(over.errors()).contains("There is already a file");
    }

    @Test
    void aCityMovesFromH2ToPostgresqlWithItsProof() throws IOException {
        Path file = saved("moving.zip");
        Path data = folder.resolve("small");
        assertThat(run(Map.of(), "restore", data.toString(), "", file.toString(), "")
                        .errors())
                .isEmpty();
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
            Map<String, String> target = new HashMap<>();
            target.put("MUNIFLOW_DB_URL", server.getJdbcUrl("postgres", "postgres"));
            target.put("MUNIFLOW_DB_USER", "postgres");
            Said said = run(target, "move", data.toString(), "", "", "");
            assertThat(said.exit()).as(said.errors()).isZero();
            assertThat(run(target, "move", data.toString(), "", "", "").errors())
                    .contains("There is a city in the database already");
            try (City moved = City.opening()
                    .on(Database.H2_FILE)
                    .in(data)
                    .with("spring.datasource.url", server.getJdbcUrl("postgres", "postgres"))
                    .with("spring.datasource.username", "postgres")
                    .with("spring.datasource.password", "")
                    .open()) {
                goesOn(moved);
            }
        }
        assertThat(run(Map.of(), "move", data.toString(), "", "", "").exit()).isEqualTo(2);
    }

    @Test
    void aDamagedBackupIsRefusedAndLeavesNothing() throws IOException {
        Path whole = saved("whole.zip");
        byte[] bytes = Files.readAllBytes(whole);
        refused(
                Files.write(folder.resolve("cut.zip"), Arrays.copyOf(bytes, bytes.length - 1000)),
                "is no whole backup");
        refused(changed(whole, "tables/muniflow.journal.jsonl"), "The rows of muniflow.journal are not those");
        refused(changed(whole, "documents/"), "is not the one that was saved");
        refused(Files.writeString(folder.resolve("text.zip"), "no backup"), "is no whole backup");
    }

    /** The same file with one letter of one entry changed. */
    private static Path changed(Path whole, String entry) throws IOException {
        Path file = folder.resolve(entry.replaceAll("\\W", "") + ".zip");
        try (ZipFile from = new ZipFile(whole.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry part : Collections.list(from.entries())) {
                byte[] content = from.getInputStream(part).readAllBytes();
                if (part.getName().startsWith(entry)) {
                    content[content.length / 2] ^= 1;
                }
                to.putNextEntry(new ZipEntry(part.getName()));
                to.write(content);
                to.closeEntry();
            }
        }
        return file;
    }

    private static void refused(Path file, String why) {
        Path data = folder.resolve("target-" + file.getFileName());
        Said said = run(Map.of(), "restore", data.toString(), "", file.toString(), "");
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.errors()).contains(why);
        assertThat(data).doesNotExist();
    }

    @Test
    void onlyAdministratorsTakeBackups() {
        begun.clerk();
        Said clerk = run(
                Map.of("MUNIFLOW_USER", "lee", "MUNIFLOW_PASSWORD", City.PASSWORD),
                "backup",
                city.data().toString(),
                String.valueOf(city.port()),
                folder.resolve("lee.zip").toString(),
                "");
        assertThat(clerk.exit()).isEqualTo(4);
        assertThat(folder.resolve("lee.zip")).doesNotExist();
        assertThat(folder.resolve("lee.zip.part")).doesNotExist();
    }
}
