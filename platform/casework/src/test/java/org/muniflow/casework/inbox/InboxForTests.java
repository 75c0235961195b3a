package org.muniflow.casework.inbox;

import java.time.Clock;
import org.muniflow.api.casework.Journal;
import org.muniflow.casework.document.DocumentStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Opens inboxes for tests of other packages. */
public final class InboxForTests {

    private InboxForTests() {}

    /** Opens the inboxes of a database. */
    public static Inbox open(
            JdbcClient jdbc, DocumentStore documents, Journal journal, TransactionOperations step, Clock clock) {
        return new Inbox(jdbc, documents, journal, step, clock);
    }
}
