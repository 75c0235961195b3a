package org.muniflow.server.errors;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;
import org.muniflow.casework.cases.NoNewCases;
import org.muniflow.kernel.spi.StepRefused;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

class ErrorsTest {

    private static final String SENTENCE = "The module permits 1.0.0 is stopped; start the case when it runs again.";

    private final MockMvc site = MockMvcBuilders.standaloneSetup(new Refusing())
            .setControllerAdvice(new Errors(new MultipartProperties()))
            .build();

    @RestController
    static final class Refusing {

        @GetMapping({"/api/refusing", "/refusing"})
        String refuse() {
            throw new ProcessEngineException("ENGINE-1 while invoking a listener", new StepRefused(SENTENCE));
        }
    }

    @RestController
    static final class Closed {

        @GetMapping({"/api/closed", "/closed"})
        String close() {
            throw new NoNewCases("permits");
        }
    }

    @Test
    void aCaseThatNobodyTakesNowIsAnsweredAsClosedForNowToAPersonAndToAMachine() throws Exception {
        String sentence = "The process permits is unknown or takes no new cases; check that its module is active.";
        MockMvc closed = MockMvcBuilders.standaloneSetup(new Closed())
                .setControllerAdvice(new Errors(new MultipartProperties()))
                .build();
        closed.perform(get("/api/closed"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(jsonPath("$.message").value(sentence));
        closed.perform(get("/closed"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(request().attribute(ErrorPage.MESSAGE, sentence));
    }

    @Test
    void aStepThatTheEngineRefusesIsAnsweredWithItsSentenceAndNotAsAFault() throws Exception {
        site.perform(get("/api/refusing"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.message").value(SENTENCE));
        site.perform(get("/refusing"))
                .andExpect(status().isBadRequest())
                .andExpect(request().attribute(ErrorPage.MESSAGE, SENTENCE));
    }
}
