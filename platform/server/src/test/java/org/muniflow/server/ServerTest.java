package org.muniflow.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** Boots the whole server on a random port with a database in memory; all such tests share it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = MuniflowApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:server;DB_CLOSE_DELAY=-1",
            "muniflow.data=${java.io.tmpdir}/muniflow-server-test",
            "muniflow.admin-password=admin-Password-1"
        })
@interface ServerTest {}
