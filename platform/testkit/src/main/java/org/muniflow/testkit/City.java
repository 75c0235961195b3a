package org.muniflow.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.muniflow.kernel.engine.CityClock;
import org.muniflow.kernel.spi.ModuleOperations;
import org.muniflow.server.MuniflowApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A whole city for tests: the real server on a random port, a real engine on a real database, modules installed from
 * real jars, people who sign in over HTTP. Nothing in it is mocked.
 *
 * <p>Time stands where a test puts it: {@link #today}. Jobs run when a test says so: {@link #runDueJobs}; a city opened
 * {@linkplain Opening#withJobExecutor with its job executor} runs them by itself.
 */
public final class City implements AutoCloseable {

    /** The city's time zone. */
    public static final ZoneId ZONE = ZoneId.of("America/Chicago");

    /** The administrator's password in every test city. */
    static final String ADMIN_PASSWORD = "Correct-horse-7-battery";

    /** The password of every other person in a test city. */
    static final String PASSWORD = "Staple-9-for-everyone";

    private final ConfigurableApplicationContext context;
    private final Database.Opened database;
    private final Path data;
    private final Map<String, Person> people = new TreeMap<>();

    private City(ConfigurableApplicationContext context, Database.Opened database, Path data) {
        this.context = context;
        this.database = database;
        this.data = data;
    }

    /** How a city is opened. */
    public static final class Opening {

        private Database database = Database.H2;
        private boolean jobExecutor;
        private @Nullable Path folder;
        private final List<String> arguments = new ArrayList<>();
        private @Nullable Traffic traffic;

        private Opening() {}

        /**
         * Chooses the database.
         *
         * @param chosen the database
         * @return this
         */
        public Opening on(Database chosen) {
            database = chosen;
            return this;
        }

        /**
         * Chooses the data folder, for a city that opens again where another closed.
         *
         * @param data the folder
         * @return this
         */
        public Opening in(Path data) {
            folder = data;
            return this;
        }

        /**
         * Lets the engine run jobs by itself.
         *
         * @return this
         */
        public Opening withJobExecutor() {
            jobExecutor = true;
            return this;
        }

        /**
         * Sets a property of the server.
         *
         * @param name the property
         * @param value its value
         * @return this
         */
        public Opening with(String name, String value) {
            arguments.add("--" + name + "=" + value);
            return this;
        }

        /**
         * Lets a counter watch what the city sends to its database.
         *
         * @param counter the counter
         * @return this
         */
        public Opening watchedBy(Traffic counter) {
            traffic = counter;
            return this;
        }

        /**
         * Opens the city.
         *
         * @return the city; close it
         */
        public City open() {
            try {
                Path data = folder == null ? Files.createTempDirectory("city-") : folder;
                Database.Opened opened = database.open();
                List<String> all = new ArrayList<>(List.of(
                        "--server.port=0",
                        "--muniflow.data=" + data,
                        "--muniflow.admin-password=" + ADMIN_PASSWORD,
                        "--camunda.bpm.job-execution.enabled=" + jobExecutor,
                        "--muniflow.portal.submissions-per-minute=100000",
                        "--camunda.bpm.job-execution.wait-time-in-millis=300",
                        "--camunda.bpm.job-execution.max-wait=500"));
                opened.properties().forEach((name, value) -> all.add("--" + name + "=" + value));
                all.addAll(arguments);
                SpringApplicationBuilder server = new SpringApplicationBuilder(MuniflowApplication.class);
                if (traffic != null) {
                    server.initializers(traffic);
                }
                return new City(server.run(all.toArray(String[]::new)), opened, data);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Starts to open a city.
     *
     * @return how to open it
     */
    public static Opening opening() {
        return new Opening();
    }

    /**
     * Installs a module.
     *
     * @param jar the module's jar
     * @return this
     */
    public City install(Path jar) {
        bean(ModuleOperations.class).install(jar, "testkit");
        return this;
    }

    /**
     * Returns the address of a page.
     *
     * @param path the path, beginning with a slash
     * @return the address
     */
    public URI address(String path) {
        return URI.create("http://localhost:" + port() + path);
    }

    /**
     * Returns the port on which the server listens.
     *
     * @return the port
     */
    public int port() {
        return Integer.parseInt(String.valueOf(context.getEnvironment().getProperty("local.server.port")));
    }

    /**
     * Returns a part of the running server.
     *
     * @param <T> its type
     * @param type its type
     * @return the part
     */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /**
     * Returns the engine.
     *
     * @return the engine
     */
    public ProcessEngine engine() {
        return bean(ProcessEngine.class);
    }

    /**
     * Returns the folder in which the city keeps its files.
     *
     * @return the folder
     */
    public Path data() {
        return data;
    }

    /**
     * Puts the city's clock on a day, at ten in the morning.
     *
     * @param day the day
     * @return this
     */
    public City today(LocalDate day) {
        return now(day.atTime(LocalTime.of(10, 0)).atZone(ZONE).toInstant());
    }

    /**
     * Puts the city's clock on a moment.
     *
     * @param moment the moment
     * @return this
     */
    public City now(Instant moment) {
        bean(CityClock.class).set(moment);
        return this;
    }

    /** Lets the city's clock run with the machine's again. */
    public void realTime() {
        bean(CityClock.class).release();
    }

    /**
     * Returns a person, who is created with these groups if new.
     *
     * @param id the user's id
     * @param groups the groups
     * @return the person
     */
    public synchronized Person person(String id, String... groups) {
        return people.computeIfAbsent(id, key -> {
            var identity = engine().getIdentityService();
            // Somebody of the demonstration may have the name, with a password that nobody knows here.
            User known = identity.createUserQuery().userId(id).singleResult();
            User user = known == null ? identity.newUser(id) : known;
            if (known == null) {
                user.setFirstName(id);
                user.setLastName("Test");
            }
            user.setPassword(PASSWORD);
            identity.saveUser(user);
            for (String group : groups) {
                if (identity.createGroupQuery().groupId(group).count() == 0) {
                    identity.saveGroup(identity.newGroup(group));
                }
                if (identity.createGroupQuery().groupId(group).groupMember(id).count() == 0) {
                    identity.createMembership(id, group);
                }
            }
            return new Person(this, id, PASSWORD);
        });
    }

    /**
     * Returns the administrator.
     *
     * @return the administrator
     */
    public Person admin() {
        return new Person(this, "admin", ADMIN_PASSWORD);
    }

    /**
     * Returns somebody who is not signed in.
     *
     * @return the visitor
     */
    public Person visitor() {
        return new Person(this, "", "");
    }

    /** Runs every job that is due on the city's clock until none is left. */
    public void runDueJobs() {
        var management = engine().getManagementService();
        List<Job> due = management.createJobQuery().executable().list();
        while (!due.isEmpty()) {
            due.forEach(job -> management.executeJob(job.getId()));
            due = management.createJobQuery().executable().list();
        }
    }

    /**
     * Returns a case's running process instance.
     *
     * @param caseNumber the case number
     * @param processKey the process
     * @return the instance
     * @throws IllegalStateException when there is none
     */
    public ProcessInstance instance(String caseNumber, String processKey) {
        ProcessInstance instance = engine().getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .processDefinitionKey(processKey)
                .singleResult();
        if (instance == null) {
            throw new IllegalStateException("Case " + caseNumber + " has no running " + processKey);
        }
        return instance;
    }

    @Override
    public void close() {
        realTime();
        context.close();
        database.close().run();
    }
}
