package org.muniflow.portal.register;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.page.FieldProblem;
import org.muniflow.api.page.Rejected;
import org.muniflow.api.register.Register;
import org.muniflow.casework.department.Standing;
import org.muniflow.portal.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The registers for machines: {@code GET /api/registers} and {@code GET /api/registers/<id>}, as JSON or CSV. */
@RestController
@RequestMapping("/api/registers")
final class RegisterApi {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Registers registers;

    RegisterApi(Registers registers) {
        this.registers = registers;
    }

    /** A register as listed. */
    record Listed(
            String id,
            String title,
            String cites,
            String address,
            List<Register.Column> columns,
            List<Register.Filter> filters) {

        static Listed of(Register register) {
            return new Listed(
                    register.id(),
                    register.title(),
                    register.cites(),
                    "/api/registers/" + register.id(),
                    register.columns(),
                    register.filters());
        }
    }

    /** A page of a register. */
    record Page(
            String id,
            String title,
            String cites,
            LocalDate asOf,
            int total,
            List<Map<String, Object>> rows,
            @Nullable String next) {}

    /** There is no such register, or its department's module does not run. */
    static final class NoRegister extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int status;

        NoRegister(String id) {
            super("There is no register '" + id + "'. GET /api/registers lists those there are.");
            this.status = 404;
        }

        NoRegister(Standing standing) {
            super(standing.sentence());
            this.status = standing.status();
        }
    }

    @GetMapping
    List<Listed> list() {
        return registers.all().stream().map(Listed::of).toList();
    }

    @GetMapping(path = "/{id:[a-z0-9-]+}", produces = MediaType.APPLICATION_JSON_VALUE)
    Page page(@PathVariable String id, @RequestParam Map<String, String> parameters) {
        Register register = register(id);
        Register.Question question = registers.question(register, parameters);
        Register.Answer answer = Registers.ask(register, question);
        return new Page(
                id, register.title(), register.cites(), question.asOf(), answer.total(), answer.rows(), answer.next());
    }

    @GetMapping(path = "/{id:[a-z0-9-]+}", produces = "text/csv")
    ResponseEntity<byte[]> accepted(@PathVariable String id, @RequestParam Map<String, String> parameters) {
        return csv(id, parameters);
    }

    @GetMapping("/{id:[a-z0-9-]+}.csv")
    ResponseEntity<byte[]> csv(@PathVariable String id, @RequestParam Map<String, String> parameters) {
        Register register = register(id);
        Register.Question question = registers.question(register, parameters);
        String text = Csv.of(register.columns(), Registers.everything(register, question));
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + id + "-" + question.asOf() + ".csv\"")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    @ExceptionHandler
    ResponseEntity<Problem> malformed(Rejected rejected) {
        String message = rejected.problems().stream().map(FieldProblem::message).collect(Collectors.joining(" "));
        return answer(new Problem(400, message, rejected.problems()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> missing(NoRegister missing) {
        return answer(new Problem(missing.status, String.valueOf(missing.getMessage()), List.of()));
    }

    private static ResponseEntity<Problem> answer(Problem problem) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_JSON)
                .body(problem);
    }

    private Register register(String id) {
        return registers
                .find(id)
                .orElseThrow(() -> registers.closed(id).map(NoRegister::new).orElseGet(() -> new NoRegister(id)));
    }

    static Map<String, String> firstValues(Map<String, String[]> parameters) {
        Map<String, String> first = new LinkedHashMap<>();
        parameters.forEach((name, values) -> first.put(name, values.length == 0 ? "" : values[0]));
        return first;
    }
}
