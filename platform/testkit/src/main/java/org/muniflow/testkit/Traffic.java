package org.muniflow.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Counts what a thread sends to a database: statements as the driver executes them (a batch is one), commits, rollbacks
 * and connections taken. What other threads send meanwhile is not counted. Statements are the currency of the platform:
 * unlike times, they are the same on every run.
 *
 * <pre>{@code
 * Traffic traffic = new Traffic();
 * City city = City.opening().watchedBy(traffic).open();
 * Traffic.Tally tally = traffic.of(() -> cases.start(...));
 * }</pre>
 */
public final class Traffic implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private final ThreadLocal<@Nullable Recording> present = new ThreadLocal<>();

    /** Makes a counter that counts nothing yet. */
    public Traffic() {}

    /**
     * What was sent.
     *
     * @param statements the statements' SQL in order, a batch once
     * @param commits commits, those included that a statement outside of a transaction makes by itself
     * @param rollbacks rollbacks
     * @param connections connections taken from the pool
     */
    public record Tally(List<String> statements, int commits, int rollbacks, int connections) {

        /** Copies the statements. */
        public Tally {
            statements = List.copyOf(statements);
        }

        /** Prints the counts and every statement on a line of its own. */
        @Override
        public String toString() {
            return statements.size() + " statements, " + commits + " commits, " + rollbacks + " rollbacks, "
                    + connections + " connections\n  " + String.join("\n  ", statements);
        }
    }

    private static final class Recording {
        private final List<String> statements = new ArrayList<>();
        private int commits;
        private int rollbacks;
        private int connections;
    }

    /**
     * Counts what a piece of work sends on this thread.
     *
     * @param work the work
     * @return the counts
     * @throws Exception what the work throws
     */
    public Tally of(Callable<?> work) throws Exception {
        Recording recording = new Recording();
        present.set(recording);
        try {
            work.call();
        } finally {
            present.remove();
        }
        return new Tally(recording.statements, recording.commits, recording.rollbacks, recording.connections);
    }

    /** Watches every data source of an application that is about to start. */
    @Override
    public void initialize(ConfigurableApplicationContext application) {
        application.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource database ? watched(database) : bean;
            }
        });
    }

    /**
     * Watches a data source.
     *
     * @param database the data source
     * @return the same, watched
     */
    public DataSource watched(DataSource database) {
        return proxy(DataSource.class, database, (method, arguments, call) -> {
            Object answer = call.answer();
            if (answer instanceof Connection connection) {
                Recording recording = present.get();
                if (recording != null) {
                    recording.connections++;
                }
                return watched(connection);
            }
            return answer;
        });
    }

    private Connection watched(Connection connection) {
        return proxy(Connection.class, connection, (method, arguments, call) -> {
            Recording recording = present.get();
            if (recording != null && method.getName().equals("commit")) {
                recording.commits++;
            } else if (recording != null && method.getName().equals("rollback")) {
                recording.rollbacks++;
            }
            Object answer = call.answer();
            if (answer instanceof Statement statement) {
                String sql = arguments.length == 0 ? "" : String.valueOf(arguments[0]);
                return watched(connection, statement, sql, method.getReturnType());
            }
            return answer;
        });
    }

    private <T> T watched(Connection connection, Statement statement, String prepared, Class<T> type) {
        return proxy(type, type.cast(statement), (method, arguments, call) -> {
            Recording recording = present.get();
            if (recording != null && method.getName().startsWith("execute")) {
                boolean given = arguments.length > 0 && arguments[0] instanceof String;
                recording.statements.add(oneLine(given ? String.valueOf(arguments[0]) : prepared));
                if (autoCommit(connection)) {
                    recording.commits++;
                }
            }
            return call.answer();
        });
    }

    private static boolean autoCommit(Connection connection) {
        try {
            return connection.getAutoCommit();
        } catch (SQLException closed) {
            return false;
        }
    }

    private static String oneLine(String sql) {
        return sql.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    private interface Call {
        @Nullable
        Object answer() throws Throwable;
    }

    private interface Watch {
        @Nullable
        Object called(Method method, Object[] arguments, Call call) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, T real, Watch watch) {
        return type.cast(
                Proxy.newProxyInstance(Traffic.class.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
                    Object[] arguments = given == null ? new Object[0] : given;
                    if (method.getName().equals("equals")) {
                        return self == arguments[0];
                    }
                    try {
                        return watch.called(method, arguments, () -> method.invoke(real, given));
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                }));
    }
}
