package org.muniflow.server;

import org.muniflow.casework.CaseworkConfiguration;
import org.muniflow.kernel.KernelConfiguration;
import org.muniflow.portal.PortalConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** Starts the platform: engine, sign-in, REST, pages. Departments come as module jars. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import({KernelConfiguration.class, CaseworkConfiguration.class, PortalConfiguration.class})
public class MuniflowApplication {

    /**
     * Starts the server.
     *
     * @param args Spring Boot arguments, for example {@code --server.port=8080 --muniflow.data=/var/lib/muniflow}
     */
    public static void main(String[] args) {
        SpringApplication.run(MuniflowApplication.class, args);
    }
}
