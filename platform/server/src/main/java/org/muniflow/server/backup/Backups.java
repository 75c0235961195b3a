package org.muniflow.server.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniflow.server.MuniflowApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What the operator's commands do with backups on the machine itself, while no server runs. */
public final class Backups {

    private Backups() {}

    /**
     * Where a city's rows and files are.
     *
     * @param url the database's address; null for H2 in the data folder
     * @param user the database's user
     * @param password the user's password
     * @param data the data folder
     * @param documents the folder of documents
     */
    public record Place(@Nullable String url, String user, String password, Path data, Path documents) {

        boolean inFolder() {
            return url == null;
        }

        String address() {
            return url == null
                    ? "jdbc:h2:file:" + data.resolve("db") + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0"
                    : url;
        }

        DriverManagerDataSource database() {
            return new DriverManagerDataSource(address(), user, password);
        }
    }

    /**
     * Makes a backup of a city that does not run.
     *
     * @param place where it is
     * @param file the file to write, which must not exist
     * @param clock the clock
     * @return what is in it, in words
     * @throws NotPossible when it cannot be made
     */
    public static String make(Place place, Path file, Clock clock) {
        if (place.inFolder() && !Files.exists(place.data().resolve("db.mv.db"))) {
            throw new NotPossible("There is no city in " + place.data() + ".");
        }
        Path part = part(file);
        String madeAt =
                OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS).toString();
        try (OutputStream out = Files.newOutputStream(part)) {
            new CityBackup(place.database(), place.documents(), anchors(place.data())).write(out, madeAt);
        } catch (IOException | SQLException e) {
            throw new NotPossible("The backup cannot be made: " + e.getMessage(), e);
        }
        return finish(part, file);
    }

    /**
     * Names the file under which a backup is written until it is whole.
     *
     * @param file the backup, which must not exist
     * @return the name
     * @throws NotPossible when there is such a file
     */
    public static Path part(Path file) {
        if (Files.exists(file)) {
            throw new NotPossible("There is already a file " + file + "; give a new name.");
        }
        return file.resolveSibling(file.getFileName() + ".part");
    }

    /**
     * Checks a backup that was written, and gives it its name.
     *
     * @param part the file as written
     * @param file its name
     * @return what is in it, in words
     * @throws NotPossible when it is not whole
     */
    public static String finish(Path part, Path file) {
        try {
            String words;
            try (BackupFile backup = BackupFile.open(part)) {
                backup.check();
                words = words(backup.manifest());
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return words;
        } catch (IOException e) {
            throw new NotPossible(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static String words(Manifest manifest) {
        String words = manifest.rows() + " rows of " + manifest.tables().size() + " tables, " + manifest.documents()
                + " documents, the journal up to anchor " + manifest.seals() + ":" + manifest.cityHash();
        if (!manifest.missing().isEmpty()) {
            words += ". " + manifest.missing().size() + " documents are missing or damaged in the store: "
                    + String.join(
                            ", ",
                            manifest.missing()
                                    .subList(0, Math.min(5, manifest.missing().size())));
        }
        return words;
    }

    /**
     * Restores a backup into a place where there is nothing.
     *
     * @param file the backup
     * @param place where to
     * @param jars jars of modules that the backup may lack, separated by commas; may be empty
     * @return what was restored, in words
     * @throws NotPossible when it is damaged or the place is not empty
     */
    public static String restore(Path file, Place place, String jars) {
        try (BackupFile backup = BackupFile.open(file)) {
            backup.check();
            empty(place);
            emptyDocuments(place.documents());
            documents(backup, place);
            return load(file, backup, place, jars);
        } catch (IOException e) {
            throw new NotPossible("The documents cannot be restored: " + e.getMessage(), e);
        }
    }

    /**
     * Moves a city that does not run from H2 in its data folder to another database; its documents stay where they are.
     *
     * @param from where it is
     * @param to where to, with the same data folder
     * @param jars jars of modules that are stored no more, separated by commas; may be empty
     * @param clock the clock
     * @return what was moved, in words
     * @throws NotPossible when it cannot be moved; it is as it was then
     */
    public static String move(Place from, Place to, String jars, Clock clock) {
        empty(to);
        Path file = from.data().resolve("moving.zip");
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(file.resolveSibling("moving.zip.part"));
            make(from, file, clock);
            try (BackupFile backup = BackupFile.open(file)) {
                return load(file, backup, to, jars);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new NotPossible("The move needs room in " + from.data() + ": " + e.getMessage(), e);
        }
    }

    private static String load(Path file, BackupFile backup, Place place, String jars) {
        SpringApplicationBuilder server =
                new SpringApplicationBuilder(MuniflowApplication.class).web(WebApplicationType.SERVLET);
        String[] arguments = {
            "--server.port=-1",
            "--management.server.port=-1",
            "--muniflow.restore=" + file.toAbsolutePath(),
            "--muniflow.restore-jars=" + jars,
            "--muniflow.data=" + place.data(),
            "--spring.datasource.url=" + place.address(),
            "--spring.datasource.username=" + place.user(),
            "--spring.datasource.password=" + place.password(),
            "--camunda.bpm.job-execution.enabled=false",
            "--muniflow.journal.seal-every=0",
            "--muniflow.modules.converge-every=0",
            "--muniflow.notices.dispatch-every=P3650D",
            "--muniflow.clocks.sweep-every=P3650D",
            "--muniflow.delegations.look-every=P3650D",
            "--muniflow.demo=false",
            "--logging.file.name=" + place.data().resolve("muniflow.log"),
            "--logging.threshold.console=OFF"
        };
        try (ConfigurableApplicationContext city = server.run(arguments)) {
            return city.getBean(RestoredCity.class).load(backup) + words(backup.manifest());
        }
    }

    private static void empty(Place place) {
        if (place.inFolder()) {
            if (Files.exists(place.data().resolve("db.mv.db"))) {
                throw new NotPossible(
                        "There is a city in " + place.data() + " already; give an empty folder by --data.");
            }
            return;
        }
        try (Connection connection = place.database().getConnection()) {
            if (!Table.all(connection).isEmpty()) {
                throw new NotPossible("There is a city in the database already; create an empty one.");
            }
        } catch (SQLException e) {
            throw new NotPossible("The database at MUNIFLOW_DB_URL does not answer: " + e.getMessage(), e);
        }
    }

    private static void emptyDocuments(Path documents) throws IOException {
        if (Files.exists(documents)) {
            try (Stream<Path> files = Files.list(documents)) {
                if (files.findAny().isPresent()) {
                    throw new NotPossible(
                            "There are documents in " + documents + " already; give an empty folder by --data.");
                }
            }
        }
    }

    private static void documents(BackupFile backup, Place place) throws IOException {
        Files.createDirectories(place.data());
        Files.createDirectories(place.documents());
        for (var entry : backup.documents()) {
            Path to = place.documents().resolve(entry.getName().substring(Manifest.DOCUMENTS.length()));
            Files.createDirectories(to.getParent());
            try (InputStream content = backup.content(entry.getName())) {
                Files.copy(content, to);
            }
        }
        try (InputStream content = backup.content(Manifest.ANCHORS)) {
            Files.copy(content, anchors(place.data()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    static Path anchors(Path data) {
        return data.resolve(Manifest.ANCHORS);
    }
}
