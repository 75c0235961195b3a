package org.muniflow.server.errors;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Optional;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.muniflow.kernel.spi.StepRefused;
import org.springframework.boot.autoconfigure.jersey.ResourceConfigCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the engine's REST interface answer 400 to a start that is refused; by itself it takes it for a fault of its own. */
@Configuration(proxyBeanMethods = false)
class EngineRefusals {

    @Bean
    ResourceConfigCustomizer refusalsOverRest() {
        return engine -> engine.register(new Refused(), FIRST);
    }

    private static final int FIRST = 1;

    private static final class Refused implements ExceptionMapper<RestException> {

        @Override
        public Response toResponse(RestException failure) {
            Optional<StepRefused> refused = StepRefused.in(failure);
            return refused.isEmpty()
                    ? ExceptionHandlerHelper.getInstance().getResponse(failure)
                    : Response.status(Response.Status.BAD_REQUEST)
                            .type(MediaType.APPLICATION_JSON_TYPE)
                            .entity(ExceptionDto.fromException(refused.get()))
                            .build();
        }
    }
}
