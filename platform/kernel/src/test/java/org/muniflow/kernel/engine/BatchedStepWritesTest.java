package org.muniflow.kernel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.support.TransactionTemplate;

class BatchedStepWritesTest {

    private static final String INSERT = "insert into note (n) values (?)";
    private static final String DELETE = "delete from note where n = ?";

    private final List<String> executed = new ArrayList<>();
    private JdbcTemplate jdbc = new JdbcTemplate();
    private TransactionTemplate transaction = new TransactionTemplate();
    private BatchedStepWrites writes = new BatchedStepWrites(jdbc);

    @BeforeEach
    void open() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:batches;DB_CLOSE_DELAY=-1");
        new JdbcTemplate(h2).execute("drop all objects");
        new JdbcTemplate(h2).execute("create table note (n int primary key)");
        new JdbcTemplate(h2).execute("create table mark (n int primary key)");
        var recording = new DelegatingDataSource(h2) {
            @Override
            public Connection getConnection() throws SQLException {
                return recorded(h2.getConnection());
            }
        };
        jdbc = new JdbcTemplate(recording);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(recording));
        writes = new BatchedStepWrites(jdbc);
        executed.clear();
    }

    @Test
    void rowsOfOneStatementAreOneExecutedBatch() {
        transaction.executeWithoutResult(tx -> {
            for (int i = 0; i < 100; i++) {
                writes.add(INSERT, i);
                writes.add("insert into mark (n) values (?)", i);
            }
        });
        assertThat(executed).containsExactly("batch " + INSERT, "batch insert into mark (n) values (?)");
        assertThat(jdbc.queryForObject("select count(*) from note", Integer.class))
                .isEqualTo(100);
    }

    @Test
    void theFewRowsOfAStepTravelTogether() {
        transaction.executeWithoutResult(tx -> {
            writes.add(INSERT, 1);
            writes.add("insert into mark (n) values (?)", 1);
            writes.add(INSERT, 2);
            writes.add(DELETE, 1);
        });
        assertThat(executed)
                .containsExactly(
                        "update " + String.join(";\n", INSERT, INSERT, "insert into mark (n) values (?)", DELETE));
        assertThat(jdbc.queryForList("select n from note", Integer.class)).containsExactly(2);
        assertThat(jdbc.queryForList("select n from mark", Integer.class)).containsExactly(1);
    }

    @Test
    void oneRowThatIsRefusedTakesAllBack() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(tx -> {
                    writes.add("insert into mark (n) values (?)", 1);
                    writes.add(INSERT, 1);
                    writes.add(INSERT, 1);
                }))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(jdbc.queryForList("select n from mark", Integer.class)).isEmpty();
    }

    @Test
    void changesOfOneTableKeepTheirOrder() {
        transaction.executeWithoutResult(tx -> {
            writes.add(DELETE, 1);
            writes.add(INSERT, 1);
            writes.add(DELETE, 1);
        });
        assertThat(jdbc.queryForObject("select count(*) from note", Integer.class))
                .isZero();
    }

    @Test
    void aRollbackWritesNothing() {
        transaction.executeWithoutResult(tx -> {
            writes.add(INSERT, 1);
            tx.setRollbackOnly();
        });
        assertThat(executed).isEmpty();
    }

    private Connection recorded(Connection connection) {
        return proxy(
                Connection.class,
                connection,
                (method, args, result) -> method.equals("prepareStatement")
                        ? statement((PreparedStatement) result, (String) args[0])
                        : result);
    }

    private PreparedStatement statement(PreparedStatement statement, String sql) {
        return proxy(PreparedStatement.class, statement, (method, args, result) -> {
            if (method.equals("executeBatch")) {
                executed.add("batch " + sql);
            } else if (method.equals("executeUpdate")) {
                executed.add("update " + sql);
            }
            return result;
        });
    }

    private interface After {
        Object apply(String method, Object[] args, Object result);
    }

    private static <T> T proxy(Class<T> type, T target, After after) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            try {
                return after.apply(method.getName(), args, method.invoke(target, args));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
