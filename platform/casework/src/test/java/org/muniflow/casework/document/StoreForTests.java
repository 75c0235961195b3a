package org.muniflow.casework.document;

import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.muniflow.casework.department.TrialCity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** Opens a real store for tests of other packages. */
public final class StoreForTests {

    private StoreForTests() {}

    /** Opens a store of at most 5 MB a file. */
    public static DocumentStore open(DataSource source, Path folder, Clock clock) {
        return open(source, folder, AccessForTests.of(TrialCity.fresh().departments()), clock);
    }

    /** Opens a store of at most 5 MB a file, whose documents these rights guard. */
    public static DocumentStore open(DataSource source, Path folder, CaseAccess access, Clock clock) {
        return new DocumentStore(
                JdbcClient.create(source), new DocumentSettings(folder, DataSize.ofMegabytes(5)), access, clock);
    }

    /** Makes the lists of a store. */
    public static CaseDocumentLists lists(DocumentStore store, CaseAccess access) {
        return new CaseDocumentLists(store, access);
    }
}
