package org.muniflow.portal.application;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.intake.Intake;
import org.muniflow.api.page.Rejected;
import org.muniflow.casework.department.Department;
import org.muniflow.casework.department.Departments;
import org.muniflow.casework.department.Standing;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.Modules;
import org.muniflow.portal.Problem;
import org.muniflow.portal.RateLimit;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The doors for applications: {@code POST /api/applications/<key>}, and their schema by {@code GET}. */
@RestController
@RequestMapping(path = "/api/applications", produces = MediaType.APPLICATION_JSON_VALUE)
final class ApplicationApi {

    private static final int MOST_BYTES = 1_000_000;

    /** When somebody who finds a door closed may try again, in seconds. */
    private static final long SOON = 300;

    private final Modules modules;
    private final Departments departments;
    private final RateLimit limit;
    private final AccessCodes codes;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ApplicationApi(
            Modules modules,
            Departments departments,
            @Qualifier("submissionLimit") RateLimit limit,
            AccessCodes codes,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.modules = modules;
        this.departments = departments;
        this.limit = limit;
        this.codes = codes;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** A door as listed. */
    record Listed(String key, String title, String department, String address) {}

    /**
     * The answer to a submission: the module's receipt, and how its letters are read in the portal.
     *
     * @param inbox the address of the portal inbox; null when no code was given
     * @param inboxCode the code that opens it together with the case number; told only here. Null when none was given
     */
    record Accepted(
            String caseNumber,
            String recordId,
            LocalDate receivedOn,
            String message,
            @Nullable String inbox,
            @Nullable String inboxCode) {}

    /** A door and the module behind it. */
    private record Door(ActiveModule module, Intake<?> intake) {}

    /** The request is refused before it is read. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int status;
        private final long retryAfter;

        Refused(int status, String message, long retryAfter) {
            super(message);
            this.status = status;
            this.retryAfter = retryAfter;
        }
    }

    @GetMapping
    List<Listed> list() {
        return modules.active().stream()
                .filter(module -> departments.standing(module.name()).kind() == Standing.Kind.OPEN)
                .flatMap(module -> intakes(module).stream()
                        .map(intake -> new Listed(
                                intake.key(), intake.title(), module.title(), "/api/applications/" + intake.key())))
                .toList();
    }

    @GetMapping("/{key}")
    ObjectNode schema(@PathVariable String key) {
        Door door = door(key);
        return InputSchema.of(door.intake(), door.module().json());
    }

    @PostMapping("/{key}")
    ResponseEntity<Accepted> submit(@PathVariable String key, HttpServletRequest request) throws IOException {
        long seconds = limit.secondsToWait(request.getRemoteAddr());
        if (seconds > 0) {
            throw new Refused(
                    429,
                    "Too many submissions from your address. Wait " + seconds + " seconds and send it again.",
                    seconds);
        }
        Door door = door(key);
        Standing standing = departments.standing(door.module().name());
        if (standing.kind() != Standing.Kind.OPEN) {
            throw closed(standing);
        }
        if (!isJson(request.getContentType())) {
            throw new Refused(415, "Send JSON with the header Content-Type: application/json.", 0);
        }
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new Refused(413, "The body is larger than one megabyte. Send documents separately.", 0);
        }
        return ResponseEntity.status(201).body(accept(door.module(), door.intake(), body));
    }

    @ExceptionHandler
    ResponseEntity<Problem> rejected(Rejected rejected) {
        String message = rejected.problems().stream()
                .map(problem -> problem.message().endsWith(".") ? problem.message() : problem.message() + ".")
                .distinct()
                .collect(Collectors.joining(" "));
        return answer(new Problem(400, message, rejected.problems()), 0);
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(Refused refused) {
        return answer(new Problem(refused.status, String.valueOf(refused.getMessage()), List.of()), refused.retryAfter);
    }

    private <I extends Record> Accepted accept(ActiveModule module, Intake<I> intake, byte[] body) {
        I input = new Submission(module.json(), module.validator()).read(body, intake.input());
        LocalDate receivedOn = LocalDate.now(clock);
        Accepted accepted = transaction.execute(status -> {
            Intake.Receipt receipt = intake.accept(input, receivedOn);
            if (receipt == null) {
                throw new IllegalStateException("The intake " + intake.key() + " gave no receipt");
            }
            String code = codes.give(receipt.caseNumber());
            return new Accepted(
                    receipt.caseNumber(),
                    receipt.recordId(),
                    receipt.receivedOn(),
                    receipt.message(),
                    code == null ? null : "/inbox",
                    code);
        });
        return Objects.requireNonNull(accepted, "A transaction gives what was done in it");
    }

    private Door door(String key) {
        return modules.active().stream()
                .flatMap(module -> intakes(module).stream().map(intake -> new Door(module, intake)))
                .filter(door -> door.intake().key().equals(key))
                .findFirst()
                .orElseThrow(() -> departments
                        .offering(Department.Offer.Kind.INTAKE, key)
                        .map(department ->
                                departments.standing(department.module().name()))
                        .filter(standing -> !standing.runs())
                        .map(ApplicationApi::closed)
                        .orElseGet(() -> new Refused(
                                404,
                                "There is no door for '" + key + "'. GET /api/applications lists those that are open.",
                                0)));
    }

    private static Refused closed(Standing standing) {
        return new Refused(standing.status(), standing.sentence(), standing.status() == 503 ? SOON : 0);
    }

    private static boolean isJson(@Nullable String contentType) {
        try {
            return contentType != null
                    && MediaType.parseMediaType(contentType).equalsTypeAndSubtype(MediaType.APPLICATION_JSON);
        } catch (InvalidMediaTypeException malformed) {
            return false;
        }
    }

    private static List<Intake<?>> intakes(ActiveModule module) {
        return module.components(Intake.class).stream()
                .<Intake<?>>map(intake -> intake)
                .toList();
    }

    private static ResponseEntity<Problem> answer(Problem problem, long retryAfter) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_JSON);
        if (retryAfter > 0) {
            answer.header(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter));
        }
        return answer.body(problem);
    }
}
