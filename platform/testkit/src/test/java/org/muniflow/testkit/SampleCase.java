package org.muniflow.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A case of the sample department, as its people see it. */
record SampleCase(City city, String number) {

    /** Sends a request through the public's door; its first job waits. */
    static SampleCase requested(City city, int days) {
        Person.Answer sent = city.visitor()
                .post(
                        "/api/applications/" + SampleModule.PROCESS,
                        Map.of(
                                "applicant",
                                "Ada Park",
                                "street",
                                "1 Main St",
                                "city",
                                "Kansas City, MO",
                                "days",
                                days));
        assertThat(sent.status()).as(sent.body()).isEqualTo(201);
        return new SampleCase(city, sent.json().path("caseNumber").asText());
    }

    Person clerk() {
        return city.person("lee", SampleModule.CLERKS);
    }

    Person.Answer complete(String task, Map<String, ?> values) {
        return clerk().complete(number, task, values);
    }

    List<String> tasks() {
        return city.engine().getTaskService().createTaskQuery().processInstanceBusinessKey(number).list().stream()
                .map(task -> task.getTaskDefinitionKey())
                .toList();
    }

    /** The form of an open task, as Tasklist gets it. */
    String form(String task) {
        return clerk().get("/engine-rest/task/" + clerk().task(number, task).getId() + "/deployed-form")
                .body();
    }

    /** The fee in the record. */
    BigDecimal fee() {
        return JdbcClient.create(city.bean(DataSource.class))
                .sql("select fee from sample_permits.request where case_number = ?")
                .param(number)
                .query(BigDecimal.class)
                .single();
    }

    /** How the case ended; empty while it is open. */
    String outcome() {
        HistoricProcessInstance instance = city.engine()
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .singleResult();
        return instance.getEndActivityId() == null ? "" : instance.getEndActivityId();
    }

    /** The version tag of the model on which the case runs. */
    String version() {
        var instance = city.engine()
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .singleResult();
        return city.engine()
                .getRepositoryService()
                .getProcessDefinition(instance.getProcessDefinitionId())
                .getVersionTag();
    }
}
