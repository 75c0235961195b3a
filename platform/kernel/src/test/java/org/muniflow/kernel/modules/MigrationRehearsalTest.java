package org.muniflow.kernel.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniflow.kernel.DatabaseState;
import org.muniflow.kernel.ModulePack;
import org.muniflow.kernel.spi.ModuleRefused;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.jdbc.core.simple.JdbcClient;

/** H2 cannot take a migration back, so it is rehearsed on a copy of the schema, whatever that holds. */
class MigrationRehearsalTest {

    private static final String RICH = """
            create table permit_office.permit (
                id bigint generated always as identity primary key,
                "Mixed Case" varchar(40) not null unique,
                note clob,
                scan binary large object,
                made_at timestamp with time zone default current_timestamp,
                tags varchar(10) array
            );
            create sequence permit_office.next_number start with 100;
            create domain permit_office.kind as varchar(10) check (value in ('small', 'large'));
            create table permit_office.detail (
                permit bigint not null references permit_office.permit (id) on delete cascade, kind permit_office.kind);
            create index permit_office.detail_permit on permit_office.detail (permit);
            create view permit_office.large as select permit from permit_office.detail where kind = 'large';
            comment on table permit_office.permit is 'A permit; its scan is a picture';
            """;

    private static final String NEXT = """
            alter table permit_office.permit add column number bigint default next value for permit_office.next_number not null;
            insert into permit_office.permit ("Mixed Case", note) select "Mixed Case" || '2', note from permit_office.permit;
            update permit_office.detail set kind = 'large';
            """;

    @TempDir
    Path folder;

    @BeforeAll
    static void quiet() {
        LoggingSystem.get(MigrationRehearsalTest.class.getClassLoader()).setLogLevel("org.flywaydb", LogLevel.OFF);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";CASE_INSENSITIVE_IDENTIFIERS=TRUE",
                ";DATABASE_TO_LOWER=TRUE;MODE=PostgreSQL;DEFAULT_NULL_ORDERING=HIGH"
            })
    void aSchemaOfEveryKindAndSpellingIsCopiedAndThenMigrated(String settings) {
        JdbcDataSource database = database(settings);
        JdbcClient jdbc = JdbcClient.create(database);
        migrate(database, RICH, null);
        jdbc.sql(
                        "insert into permit_office.permit (\"Mixed Case\", note, scan, tags) values ('It''s ; -- é', ?, ?, array['a', 'b'])")
                .params("é".repeat(200_000), new byte[300_000])
                .update();
        jdbc.sql("insert into permit_office.detail (permit, kind) values (1, 'small')")
                .update();
        Map<String, List<String>> before = state(database);

        assertThatThrownBy(
                        () -> migrate(database, RICH, NEXT + "insert into permit_office.detail values (7, 'small');"))
                .isInstanceOf(ModuleRefused.class)
                .hasMessageContaining("Migration V2__next.sql fails in line 4: Referential integrity");
        assertThat(state(database)).isEqualTo(before);

        migrate(database, RICH, NEXT);
        assertThat(jdbc.sql("select number from permit_office.permit order by id")
                        .query(Long.class)
                        .list())
                .containsExactly(100L, 101L);
        assertThat(jdbc.sql("select permit from permit_office.large")
                        .query(Long.class)
                        .list())
                .containsExactly(1L);
    }

    @Test
    void aMigrationThatReachesIntoAnotherSchemaFailsInTheRehearsal() {
        JdbcDataSource database = database("");
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("create schema neighbor").update();
        jdbc.sql("create table neighbor.house as select 'red' as color").update();
        jdbc.sql("comment on table neighbor.house is 'theirs'").update();
        migrate(database, RICH, null);
        Map<String, List<String>> before = state(database);
        for (String reaching : List.of(
                "delete from neighbor.house;",
                "drop schema neighbor cascade;",
                "create table permit_office.kept as select * from neighbor.house;")) {
            assertThatThrownBy(() -> migrate(database, RICH, reaching))
                    .isInstanceOf(ModuleRefused.class)
                    .hasMessageContaining("\"NEIGHBOR\" not found");
            assertThat(state(database)).isEqualTo(before);
        }
    }

    @Test
    void onlyPendingMigrationsAreRehearsed() {
        JdbcDataSource database = database("");
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("set query_statistics true").update();
        migrate(database, RICH, null);
        migrate(database, RICH, null);
        assertThat(copies(jdbc)).as("a new schema has nothing to copy").isZero();
        migrate(database, RICH, NEXT);
        assertThat(copies(jdbc)).isOne();
        migrate(database, RICH, NEXT);
        assertThat(copies(jdbc)).isOne();
    }

    private static long copies(JdbcClient jdbc) {
        return jdbc.sql("select coalesce(sum(execution_count), 0) from information_schema.query_statistics"
                        + " where sql_statement like 'script%'")
                .query(Long.class)
                .single();
    }

    private static JdbcDataSource database(String settings) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1" + settings);
        database.setUser("muniflow");
        return database;
    }

    private static Map<String, List<String>> state(JdbcDataSource database) {
        return DatabaseState.of(database, List.of());
    }

    private void migrate(JdbcDataSource database, String first, @org.jspecify.annotations.Nullable String second) {
        ModulePack pack = ModulePack.named("permit-office", "1.0.0")
                .manifest("Provide-Process", "permit")
                .manifest("Module-Class", "permits.PermitsModule")
                .file("db/migration/V1__first.sql", first);
        Path jar = (second == null ? pack : pack.file("db/migration/V2__next.sql", second)).into(folder);
        new ModuleSchema(database).migrate(ModuleManifest.read(jar), ModuleJar.read(jar));
    }
}
