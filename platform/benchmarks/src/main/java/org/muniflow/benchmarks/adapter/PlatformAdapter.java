package org.muniflow.benchmarks.adapter;

import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.jspecify.annotations.Nullable;
import org.muniflow.benchmarks.department.DepartmentJar;
import org.muniflow.kernel.spi.Modules;
import org.muniflow.testkit.City;
import org.muniflow.testkit.Database;
import org.muniflow.testkit.Traffic;

/** The whole platform as it is shipped: a city with its module jars. */
public final class PlatformAdapter implements Adapter {

    private final City city;

    private PlatformAdapter(City city) {
        this.city = city;
    }

    /**
     * Opens a city.
     *
     * @param settings properties of the server, the database among them
     * @param traffic watches what it sends; null if nobody does
     * @return the city; close it
     */
    public static PlatformAdapter open(Map<String, String> settings, @Nullable Traffic traffic) {
        City.Opening opening = City.opening().on(Database.H2_FILE);
        if (traffic != null) {
            opening.watchedBy(traffic);
        }
        settings.forEach((name, value) -> {
            if (!name.startsWith("camunda.bpm.job-execution.")) {
                opening.with(name, value);
            }
        });
        // A city opens with the same waits between two looks for jobs as Adapter.JOBS.
        if (settings.keySet().containsAll(JOBS.keySet())) {
            opening.withJobExecutor();
        }
        return new PlatformAdapter(opening.open());
    }

    /**
     * Returns the city.
     *
     * @return the city
     */
    public City city() {
        return city;
    }

    @Override
    public DataSource dataSource() {
        return city.bean(DataSource.class);
    }

    @Override
    public ProcessEngine engine() {
        return city.engine();
    }

    @Override
    public boolean has(DepartmentJar department) {
        return !city.bean(Modules.class).versions(department.name()).isEmpty();
    }

    @Override
    public void replace(DepartmentJar department, String version, Path jar) {
        city.install(jar);
    }

    @Override
    public void close() {
        city.close();
    }
}
