package org.muniflow.server.errors;

import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.page.FieldProblem;
import org.muniflow.api.page.Rejected;
import org.muniflow.api.page.UnknownRecord;
import org.muniflow.casework.cases.NoNewCases;
import org.muniflow.kernel.spi.StepRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.server.ResponseStatusException;

/** Turns whatever a controller throws into words: the error shape for machines, the error page for people. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
final class Errors {

    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

    private final MultipartProperties limits;

    Errors(MultipartProperties limits) {
        this.limits = limits;
    }

    @ExceptionHandler
    @Nullable
    Object rejected(Rejected rejected, HttpServletRequest request, HttpServletResponse response) throws IOException {
        return answer(request, response, new ErrorAnswer(400, summary(rejected.problems()), rejected.problems()));
    }

    private static String summary(List<FieldProblem> problems) {
        if (problems.stream().map(FieldProblem::message).distinct().count() == 1) {
            return problems.get(0).message();
        }
        return problems.stream()
                .map(problem ->
                        problem.field().isEmpty() ? problem.message() : problem.field() + ": " + problem.message())
                .collect(Collectors.joining(" "));
    }

    @ExceptionHandler
    @Nullable
    Object refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        return answer(
                request,
                response,
                new ErrorAnswer(refusal.status().value(), String.valueOf(refusal.getMessage()), refusal.problems()));
    }

    @ExceptionHandler
    @Nullable
    Object unknown(UnknownRecord unknown, HttpServletRequest request, HttpServletResponse response) throws IOException {
        return answer(request, response, ErrorAnswer.of(404, unknown.getMessage() + "."));
    }

    @ExceptionHandler({AccessDeniedException.class, AuthorizationException.class})
    @Nullable
    Object denied(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return answer(request, response, ErrorAnswer.of(403, Words.of(403)));
    }

    @ExceptionHandler(OptimisticLockingException.class)
    @Nullable
    Object late(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return answer(
                request,
                response,
                ErrorAnswer.of(
                        409,
                        "Somebody else changed this at the same moment. Nothing of yours was saved; load it again and"
                                + " repeat your change."));
    }

    @ExceptionHandler
    @Nullable
    Object unreadable(
            HttpMessageNotReadableException unreadable, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (unreadable.getCause() instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            String field = mapping.getPath().stream()
                    .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                    .collect(Collectors.joining("."))
                    .replace(".[", "[");
            String message = "The field '" + field + "' has a value of the wrong kind.";
            return answer(request, response, new ErrorAnswer(400, message, List.of(FieldProblem.of(field, message))));
        }
        String twice =
                unreadable.getMessage() != null && unreadable.getMessage().contains("Duplicate field")
                        ? " A field is named twice; name each once."
                        : "";
        return answer(request, response, ErrorAnswer.of(400, "The body is not readable JSON." + twice));
    }

    @ExceptionHandler
    @Nullable
    Object missing(
            MissingServletRequestParameterException missing, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String name = missing.getParameterName();
        String message = "The parameter '" + name + "' is missing.";
        return answer(request, response, new ErrorAnswer(400, message, List.of(FieldProblem.of(name, message))));
    }

    @ExceptionHandler
    @Nullable
    Object missing(MissingServletRequestPartException missing, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String name = missing.getRequestPartName();
        String message = "The file '" + name + "' is missing; choose one.";
        return answer(request, response, new ErrorAnswer(400, message, List.of(FieldProblem.of(name, message))));
    }

    @ExceptionHandler
    @Nullable
    Object mistyped(
            MethodArgumentTypeMismatchException mistyped, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String name = mistyped.getName();
        String message = "The parameter '" + name + "' has a value of the wrong kind.";
        return answer(request, response, new ErrorAnswer(400, message, List.of(FieldProblem.of(name, message))));
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    @Nullable
    Object large(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return answer(
                request,
                response,
                ErrorAnswer.of(
                        413,
                        "The file is larger than the platform accepts: "
                                + limits.getMaxFileSize().toMegabytes() + " MB for a file, "
                                + limits.getMaxRequestSize().toMegabytes() + " MB for a request."));
    }

    @ExceptionHandler
    @Nullable
    Object closed(NoNewCases closed, HttpServletRequest request, HttpServletResponse response) throws IOException {
        return answer(request, response, ErrorAnswer.of(503, closed.getMessage() + "."));
    }

    @ExceptionHandler
    @Nullable
    Object anythingElse(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (failure instanceof ErrorResponse known) {
            int status = known.getStatusCode().value();
            // A reason given on purpose is a sentence for the person; Spring's own details are not.
            if (failure instanceof ResponseStatusException told && told.getReason() != null) {
                return answer(request, response, ErrorAnswer.of(status, told.getReason()));
            }
            return answer(request, response, ErrorAnswer.of(status, Words.of(status)));
        }
        Optional<StepRefused> refused = StepRefused.in(failure);
        if (refused.isPresent()) {
            return answer(
                    request,
                    response,
                    ErrorAnswer.of(400, String.valueOf(refused.get().getMessage())));
        }
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        return answer(request, response, ErrorAnswer.of(500, Words.of(500)));
    }

    /** Lets the error page show a person's answer, since only a controller's view gets the frame. */
    private static @Nullable Object answer(HttpServletRequest request, HttpServletResponse response, ErrorAnswer answer)
            throws IOException {
        if (Paths.machine(request.getRequestURI())) {
            return ResponseEntity.status(HttpStatusCode.valueOf(answer.status()))
                    .body(answer);
        }
        request.setAttribute(ErrorPage.MESSAGE, answer.message());
        response.sendError(answer.status());
        return null;
    }
}
