package org.muniflow.casework;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** Runs a test on {@link CaseworkUnderTest}; all such tests share one boot. */
@Target(ElementType.TYPE)
@Inherited
@Tag("engine")
@ExtendWith(TestServer.class)
@ContextConfiguration(initializers = TestServer.class)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = CaseworkUnderTest.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:casework;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "spring.flyway.locations=classpath:db/muniflow",
            "spring.flyway.table=schema_history",
            "camunda.bpm.generate-unique-process-engine-name=true",
            "camunda.bpm.job-execution.enabled=false",
            "camunda.bpm.auto-deployment-enabled=false",
            "spring.mail.host=localhost",
            "logging.level.org.camunda=warn"
        })
public @interface AppealCases {}
