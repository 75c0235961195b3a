package org.muniflow.baseline;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Camunda's web applications and REST on Spring Boot, as a city would get them without Muniflow. */
@SpringBootApplication
public class BaselineApplication {

    /**
     * Starts the application.
     *
     * @param args {@code --baseline.data=<folder>} and {@code --server.port=<port>}
     */
    public static void main(String[] args) {
        SpringApplication.run(BaselineApplication.class, args);
    }
}
