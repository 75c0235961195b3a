package org.muniflow.portal.register;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.page.FieldProblem;
import org.muniflow.api.page.Rejected;
import org.muniflow.api.register.Register;
import org.muniflow.casework.department.Department;
import org.muniflow.casework.department.Departments;
import org.muniflow.casework.department.Standing;
import org.muniflow.kernel.spi.Modules;
import org.springframework.stereotype.Component;

/** The registers of the running modules, and the questions that addresses ask them. */
@Component
final class Registers {

    static final String AS_OF = "asOf";
    static final String AFTER = "after";
    static final String LIMIT = "limit";

    private static final int PAGE = 25;
    private static final int MOST = 500;
    private static final int MOST_EXPORTED = 100_000;

    private final Modules modules;
    private final Departments departments;
    private final Clock clock;

    Registers(Modules modules, Departments departments, Clock clock) {
        this.modules = modules;
        this.departments = departments;
        this.clock = clock;
    }

    List<Register> all() {
        return modules.active().stream()
                .flatMap(module -> module.components(Register.class).stream())
                .toList();
    }

    Optional<Register> find(String id) {
        return all().stream().filter(register -> register.id().equals(id)).findFirst();
    }

    /** Tells why a register that is not found is closed; empty when there never was one of that id. */
    Optional<Standing> closed(String id) {
        return departments
                .offering(Department.Offer.Kind.REGISTER, id)
                .map(department -> departments.standing(department.module().name()))
                .filter(standing -> !standing.runs());
    }

    /**
     * Reads a question from an address.
     *
     * @param register the register that is asked
     * @param parameters the query parameters, first value of each
     * @return the question
     * @throws Rejected when a parameter is unknown or malformed; every problem at once
     */
    Register.Question question(Register register, Map<String, String> parameters) {
        List<FieldProblem> problems = new ArrayList<>();
        Map<String, Register.Filter> known = new LinkedHashMap<>();
        register.filters().forEach(filter -> known.put(filter.key(), filter));
        Map<String, String> filters = new LinkedHashMap<>();
        parameters.forEach((name, value) -> {
            Register.Filter filter = known.get(name);
            String text = value.strip();
            if (filter == null && !List.of(AS_OF, AFTER, LIMIT).contains(name)) {
                problems.add(FieldProblem.of(
                        name,
                        "The register has no filter '" + name + "'. Use "
                                + String.join(", ", new TreeSet<>(known.keySet())) + ", " + AS_OF + ", " + LIMIT
                                + " or " + AFTER + "."));
            } else if (filter != null && !text.isEmpty()) {
                if (!filter.options().isEmpty() && !filter.options().containsKey(text)) {
                    problems.add(FieldProblem.of(
                            name,
                            filter.title() + ": '" + text + "' is not among the choices "
                                    + String.join(", ", filter.options().keySet()) + "."));
                }
                filters.put(name, text);
            }
        });
        LocalDate asOf = asOf(parameters.get(AS_OF), problems);
        int limit = limit(parameters.get(LIMIT), problems);
        if (!problems.isEmpty()) {
            throw new Rejected(problems);
        }
        String after = parameters.get(AFTER);
        return new Register.Question(filters, asOf, after == null || after.isBlank() ? null : after, limit);
    }

    /**
     * Asks a register.
     *
     * @throws Rejected when a filter's value is malformed
     */
    static Register.Answer ask(Register register, Register.Question question) {
        try {
            return register.search(question);
        } catch (IllegalArgumentException malformed) {
            throw new Rejected("", String.valueOf(malformed.getMessage()));
        }
    }

    /** Returns every row of a question, page by page, at most a hundred thousand. */
    static List<Map<String, Object>> everything(Register register, Register.Question question) {
        List<Map<String, Object>> rows = new ArrayList<>();
        @Nullable String after = question.after();
        do {
            Register.Answer answer =
                    ask(register, new Register.Question(question.filters(), question.asOf(), after, MOST));
            rows.addAll(answer.rows());
            after = answer.next();
        } while (after != null && rows.size() < MOST_EXPORTED);
        return rows;
    }

    private LocalDate asOf(@Nullable String text, List<FieldProblem> problems) {
        LocalDate today = LocalDate.now(clock);
        if (text == null || text.isBlank()) {
            return today;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException malformed) {
            problems.add(FieldProblem.of(AS_OF, "As of: enter a date as YYYY-MM-DD, for example " + today + "."));
            return today;
        }
    }

    private static int limit(@Nullable String text, List<FieldProblem> problems) {
        if (text == null || text.isBlank()) {
            return PAGE;
        }
        if (text.matches("\\d{1,3}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= MOST) {
            return Integer.parseInt(text);
        }
        problems.add(FieldProblem.of(LIMIT, "Limit: enter a whole number from 1 to " + MOST + "."));
        return PAGE;
    }
}
