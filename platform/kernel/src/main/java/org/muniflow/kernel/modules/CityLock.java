package org.muniflow.kernel.modules;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.muniflow.kernel.spi.ModuleRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one operation on modules be done at a time: in this JVM by a lock, across nodes by a row that is locked on a
 * connection of its own. A node that dies loses its connection, and so its lock.
 */
final class CityLock {

    private static final Logger LOG = LoggerFactory.getLogger(CityLock.class);

    private static final int TRY_SECONDS = 5;

    private final ReentrantLock here = new ReentrantLock();
    private final DataSource dataSource;
    private final Duration limit;

    // Guarded by the lock of this JVM.
    private boolean held;

    CityLock(DataSource dataSource, Duration limit) {
        this.dataSource = dataSource;
        this.limit = limit;
    }

    /**
     * Does something while no other node changes modules. May be nested.
     *
     * @param what what is to be done, for the refusal, for example {@code stop permit-office@1.0.0}
     * @throws ModuleRefused when others hold the lock for too long
     */
    <T> T inCity(String what, Supplier<T> act) {
        return inCity(what, limit, act);
    }

    /** The same, for what can wait: it is not done when another node holds the lock for more than a few seconds. */
    void soonInCity(String what, Runnable act) {
        try {
            inCity(what, Duration.ZERO, () -> {
                act.run();
                return act;
            });
        } catch (Busy busy) {
            LOG.debug("Put off: {}", what, busy);
        }
    }

    private <T> T inCity(String what, Duration within, Supplier<T> act) {
        return onNode(() -> {
            if (held) {
                return act.get();
            }
            // Not Spring's connection of the thread: the operation commits in transactions of its own while this one
            // holds.
            try (Connection connection = dataSource.getConnection()) {
                boolean automatic = connection.getAutoCommit();
                connection.setAutoCommit(false);
                try {
                    lock(connection, what, within);
                    held = true;
                    return act.get();
                } finally {
                    held = false;
                    connection.rollback();
                    connection.setAutoCommit(automatic);
                }
            } catch (SQLException e) {
                throw new IllegalStateException("The lock of the modules cannot be had from the database", e);
            }
        });
    }

    /** Another node holds the lock. */
    private static final class Busy extends ModuleRefused {

        private static final long serialVersionUID = 1L;

        Busy(String what, SQLException cause) {
            super(what, "Another operation on modules is still running; try again when it is done.", cause);
        }
    }

    /** Does something while nothing else changes what runs on this node. */
    <T> T onNode(Supplier<T> act) {
        here.lock();
        try {
            return act.get();
        } finally {
            here.unlock();
        }
    }

    /** Does something while nothing else changes what runs on this node, or does nothing when something does. */
    void unlessBusy(Runnable act) {
        if (here.tryLock()) {
            try {
                act.run();
            } finally {
                here.unlock();
            }
        }
    }

    private static void lock(Connection connection, String what, Duration within) throws SQLException {
        long end = System.nanoTime() + within.toNanos();
        SQLException held;
        do {
            try (Statement statement = connection.createStatement()) {
                statement.setQueryTimeout(TRY_SECONDS);
                try (ResultSet row =
                        statement.executeQuery("select id from muniflow.module_lock where id = 1 for update")) {
                    if (row.next()) {
                        return;
                    }
                    throw new IllegalStateException("Table muniflow.module_lock has lost its row");
                }
            } catch (SQLException e) {
                connection.rollback();
                if (!isTimeout(e)) {
                    throw e;
                }
                held = e;
            }
        } while (System.nanoTime() - end < 0);
        throw new Busy(what, held);
    }

    // PostgreSQL says 57014 (canceled) or 55P03 (not available), H2 HYT00 or 57014.
    private static boolean isTimeout(SQLException e) {
        return e instanceof SQLTimeoutException
                || List.of("57014", "55P03", "HYT00").contains(String.valueOf(e.getSQLState()));
    }
}
