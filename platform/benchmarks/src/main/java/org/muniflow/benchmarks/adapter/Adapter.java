package org.muniflow.benchmarks.adapter;

import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.muniflow.benchmarks.department.DepartmentJar;

/** One of the two that are compared. */
public interface Adapter extends AutoCloseable {

    /** The settings with which jobs run by themselves, with the platform's pool and short waits between two looks for them. */
    Map<String, String> JOBS = Map.of(
            "camunda.bpm.job-execution.enabled", "true",
            "camunda.bpm.job-execution.core-pool-size", "15",
            "camunda.bpm.job-execution.max-pool-size", "15",
            "camunda.bpm.job-execution.wait-time-in-millis", "300",
            "camunda.bpm.job-execution.max-wait", "500");

    /**
     * Returns its engine.
     *
     * @return the engine
     */
    ProcessEngine engine();

    /**
     * Returns its database.
     *
     * @return the data source
     */
    DataSource dataSource();

    /**
     * Tells which database it is.
     *
     * @return true for PostgreSQL, false for H2
     */
    default boolean isPostgres() {
        return "postgres".equals(engine().getProcessEngineConfiguration().getDatabaseType());
    }

    /**
     * Tells whether a department is there, as it is in a database that was filled before.
     *
     * @param department the department
     * @return true if any of its versions is
     */
    boolean has(DepartmentJar department);

    /**
     * Lets a version of a department take the new cases.
     *
     * @param department the department
     * @param version a version that was not there yet
     */
    default void replace(DepartmentJar department, String version) {
        replace(department, version, department.pack(version));
    }

    /**
     * Lets a version of a department take the new cases.
     *
     * @param department the department
     * @param version a version that was not there yet
     * @param jar its jar
     */
    void replace(DepartmentJar department, String version, Path jar);

    @Override
    void close();
}
