package org.muniflow.casework.department;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of what departments declared last. */
final class DepartmentRows {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final JdbcClient jdbc;
    private final Clock clock;

    DepartmentRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Returns all, the latest change first. */
    List<Department> all() {
        return jdbc
                .sql("select declared from muniflow.department order by changed_at desc, module")
                .query(String.class)
                .list()
                .stream()
                .map(DepartmentRows::read)
                .toList();
    }

    Optional<Department> find(String module) {
        return jdbc.sql("select declared from muniflow.department where module = ?")
                .param(module)
                .query(String.class)
                .optional()
                .map(DepartmentRows::read);
    }

    /** Stores what a version declares, with what earlier versions declared beyond it, and returns all of it. */
    Department store(Department declared) {
        Optional<Department> stored = find(declared.module().name());
        Department all = stored.map(declared::after).orElse(declared);
        if (stored.isEmpty()) {
            write("insert into muniflow.department (version, declared, changed_at, module) values (?, ?, ?, ?)", all);
        } else if (!stored.get().equals(all)) {
            write("update muniflow.department set version = ?, declared = ?, changed_at = ? where module = ?", all);
        }
        return all;
    }

    private void write(String statement, Department department) {
        jdbc.sql(statement)
                .params(
                        department.module().version(),
                        json(department),
                        OffsetDateTime.now(clock),
                        department.module().name())
                .update();
    }

    private static String json(Department department) {
        try {
            return JSON.writeValueAsString(department);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Module " + department.module() + " cannot be written as JSON", impossible);
        }
    }

    private static Department read(String json) {
        try {
            return JSON.readValue(json, Department.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("A row of muniflow.department is damaged", damaged);
        }
    }
}
