package org.muniflow.kernel.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniflow.kernel.DatabaseState;
import org.muniflow.kernel.ModulePack;
import org.muniflow.kernel.TestServer;
import org.muniflow.kernel.spi.ModuleRefused;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of a module's schema when its migrations are sound, wrong, or fail half-way. */
@Tag("engine")
class MigrationsTest {

    private static final String V1 = "db/migration/V1__permits.sql";
    private static final String V2 = "db/migration/V2__weights.sql";
    private static final String V3 = "db/migration/V3__fees.sql";

    private static final String PERMITS = """
            create table permit_office.permit (
                number varchar(40) primary key,
                holder varchar(100)
            );
            create table permit_office.weighing (number varchar(40) references permit_office.permit (number));
            """;

    @TempDir
    Path folder;

    private final DataSource database = TestServer.database();
    private final JdbcClient jdbc = JdbcClient.create(database);

    @BeforeAll
    static void quiet() {
        LoggingSystem.get(MigrationsTest.class.getClassLoader()).setLogLevel("org.flywaydb", LogLevel.OFF);
    }

    @BeforeEach
    void anotherSchema() {
        jdbc.sql("create schema neighbor").update();
        jdbc.sql("create table neighbor.house (name varchar(10))").update();
        jdbc.sql("insert into neighbor.house (name) values ('red')").update();
    }

    @Test
    void aFirstMigrationThatFailsHalfWayLeavesNothingAndItsCorrectionIsApplied() {
        Map<String, List<String>> before = state();
        refused(office("1.0.0").file(V1, PERMITS + "create table permit_office.permit (twice integer);"))
                .hasMessageContaining("Migration V1__permits.sql fails in line 6: ")
                .hasMessageContaining("already exists")
                .hasMessageContaining("The schema is as it was; correct the migration and install the module again.");
        assertThat(state()).isEqualTo(before);

        migrate(office("1.0.0").file(V1, PERMITS));
        assertThat(count("permit")).isZero();
    }

    @Test
    void allMigrationsOfAVersionAreAppliedOrNone() {
        migrate(office("1.0.0").file(V1, PERMITS));
        jdbc.sql("insert into permit_office.permit (number, holder) values ('PRM-1', 'Ada')")
                .update();
        Map<String, List<String>> before = state();

        ModulePack second = office("2.0.0")
                .file(V1, PERMITS)
                .file(V2, "alter table permit_office.permit add column weight integer;")
                .file(
                        V3,
                        "create table permit_office.fee (amount integer);\n\nalter table permit_office.nowhere add x integer;");
        refused(second).hasMessageContaining("Migration V3__fees.sql fails in line 3: ");
        assertThat(state()).isEqualTo(before);

        migrate(second.file(V3, "create table permit_office.fee (amount integer);"));
        assertThat(jdbc.sql("select holder from permit_office.permit where weight is null")
                        .query(String.class)
                        .list())
                .containsExactly("Ada");
        assertThat(count("fee")).isZero();
    }

    @Test
    void aMigrationThatTheRowsContradictIsRefusedWithoutRepeatingThem() {
        migrate(office("1.0.0").file(V1, PERMITS));
        jdbc.sql(
                        "insert into permit_office.permit (number, holder) values ('PRM-1', 'Ada Lovelace'), ('PRM-2', 'Ada Lovelace')")
                .update();
        jdbc.sql("insert into permit_office.weighing (number) values ('PRM-1')").update();
        Map<String, List<String>> before = state();

        for (String contradicted : List.of(
                "create table permit_office.extra (x integer); create unique index one_each on permit_office.permit (holder);",
                "update permit_office.permit set holder = null; alter table permit_office.permit alter column holder set not null;",
                "alter table permit_office.permit add column age integer; update permit_office.permit set age = cast(holder as integer);",
                "alter table permit_office.permit add constraint short check (length(holder) < 5);",
                "delete from permit_office.permit;")) {
            refused(office("2.0.0").file(V1, PERMITS).file(V2, contradicted))
                    .hasMessageContaining("Migration V2__weights.sql fails in line 1: ")
                    .hasMessageContaining("(SQL state ")
                    .satisfies(refused -> assertThat(Throwables.getStackTrace(refused))
                            .doesNotContain("Lovelace")
                            .doesNotContain("PRM-1"));
            assertThat(state()).as(contradicted).isEqualTo(before);
        }
    }

    @Test
    void anOlderVersionStartsAfterANewerOneHasMigrated() {
        migrate(office("1.0.0").file(V1, PERMITS));
        migrate(office("2.0.0")
                .file(V1, PERMITS)
                .file(V2, "alter table permit_office.permit add column weight integer;"));
        Map<String, List<String>> before = state();
        migrate(office("1.0.0").file(V1, PERMITS));
        migrate(office("2.0.0")
                .file(V1, PERMITS)
                .file(V2, "alter table permit_office.permit add column weight integer;"));
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void aMigrationThatHasBeenAppliedIsNotChangedLeftOutOrOvertaken() {
        String weight = "alter table permit_office.permit add column weight integer;";
        migrate(office("1.0.0").file(V1, PERMITS).file(V2, weight));
        Map<String, List<String>> before = state();

        refused(office("1.1.0")
                        .file(V1, PERMITS + "create table permit_office.more (x integer);")
                        .file(V2, weight))
                .hasMessageContaining(
                        "Migration V1 (permits) has been applied and is not the same in this jar; take it back"
                                + " as it was, and put the change into a new migration with a higher number.");
        refused(office("1.1.0").file(V2, weight))
                .hasMessageContaining(
                        "Migration V1 (permits) has been applied and is not in this jar; keep every migration");
        refused(office("1.1.0")
                        .file(V1, PERMITS)
                        .file(V2, weight)
                        .file("db/migration/V1_1__late.sql", "create table permit_office.more (x integer);"))
                .hasMessageContaining(
                        "Migration V1.1 (late) is new, but a migration with a higher number has been applied;"
                                + " give it the next free number.");
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void whatWouldRunAtEveryStartIsNoMigration() {
        Map<String, List<String>> before = state();
        refused(office("1.0.0")
                        .file(V1, PERMITS)
                        .file("db/migration/R__view.sql", "create view x as select 1;")
                        .file("db/migration/afterMigrate.sql", "delete from neighbor.house;")
                        .file("db/migration/V2__weights.sql.conf", "executeInTransaction=false"))
                .hasMessageContaining("db/migration/R__view.sql is no migration that runs once;")
                .hasMessageContaining("db/migration/afterMigrate.sql is no migration")
                .hasMessageContaining("V2__weights.sql.conf is no migration");
        refused(office("1.0.0").file(V1, PERMITS).file("db/migration/V1__again.sql", PERMITS))
                .hasMessageContaining("more than one migration with version 1");
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void aFailureThatAnEarlierStartLeftBehindIsTriedAgain() {
        migrate(office("1.0.0").file(V1, PERMITS));
        jdbc.sql(
                        "insert into permit_office.\"flyway_schema_history\" (\"installed_rank\", \"version\", \"description\", \"type\","
                                + " \"script\", \"checksum\", \"installed_by\", \"execution_time\", \"success\")"
                                + " values (2, '2', 'weights', 'SQL', 'V2__weights.sql', 7, 'admin', 1, false)")
                .update();
        migrate(office("2.0.0")
                .file(V1, PERMITS)
                .file(V2, "alter table permit_office.permit add column weight integer;"));
        assertThat(count("permit")).isZero();
    }

    private static ModulePack office(String version) {
        return ModulePack.named("permit-office", version)
                .manifest("Provide-Process", "permit")
                .manifest("Module-Class", "permits.PermitsModule");
    }

    private void migrate(ModulePack pack) {
        Path jar = pack.into(folder);
        new ModuleSchema(database).migrate(ModuleManifest.read(jar), ModuleJar.read(jar));
    }

    private AbstractThrowableAssert<?, ?> refused(ModulePack pack) {
        return assertThatThrownBy(() -> migrate(pack)).isInstanceOf(ModuleRefused.class);
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from permit_office." + table)
                .query(Integer.class)
                .single();
    }

    private Map<String, List<String>> state() {
        return DatabaseState.of(database, List.of());
    }
}
