package org.muniflow.portal.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.page.FieldProblem;
import org.muniflow.api.page.Rejected;
import org.muniflow.api.register.Register;
import org.muniflow.casework.department.Standing;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** The public directory of certified firms, at {@code /directory} (KCMO Code § 3-461(m)). */
@Controller
final class DirectoryPage {

    private static final String ID = "mwbe-directory";
    private static final String NONE = "No department of the city keeps the directory at present; try again later.";

    private final Registers registers;

    DirectoryPage(Registers registers) {
        this.registers = registers;
    }

    @GetMapping("/directory")
    ModelAndView show(@RequestParam Map<String, String> parameters) {
        Optional<Register> found = registers.find(ID);
        if (found.isEmpty()) {
            ModelAndView closed = new ModelAndView("portal/closed");
            closed.setStatus(HttpStatus.SERVICE_UNAVAILABLE);
            closed.addObject("why", registers.closed(ID).map(Standing::sentence).orElse(NONE));
            return closed;
        }
        Register register = found.get();
        ModelAndView page = new ModelAndView("portal/directory");
        page.addObject("title", register.title());
        page.addObject("cites", register.cites());
        page.addObject("columns", register.columns());
        page.addObject("filters", register.filters());
        page.addObject("form", parameters);
        page.addObject("options", options(register));
        try {
            Register.Question question = registers.question(register, parameters);
            Register.Answer answer = Registers.ask(register, question);
            page.addObject("asOf", question.asOf());
            page.addObject("answer", answer);
            page.addObject("rows", rows(register, answer));
            page.addObject("firstPage", question.after() == null);
            page.addObject("first", address("/directory", parameters, null));
            page.addObject("csv", address("/api/registers/" + ID + ".csv", parameters, null));
            if (answer.next() != null) {
                page.addObject("next", address("/directory", parameters, answer.next()));
            }
        } catch (Rejected rejected) {
            page.setStatus(HttpStatus.BAD_REQUEST);
            Map<String, String> errors = new LinkedHashMap<>();
            for (FieldProblem problem : rejected.problems()) {
                errors.put(problem.field(), problem.message());
            }
            page.addObject("errors", errors);
        }
        return page;
    }

    private static Map<String, Map<String, String>> options(Register register) {
        Map<String, Map<String, String>> options = new LinkedHashMap<>();
        for (Register.Filter filter : register.filters()) {
            if (!filter.options().isEmpty()) {
                options.put(filter.key(), filter.options());
            }
        }
        return options;
    }

    private static List<List<String>> rows(Register register, Register.Answer answer) {
        return answer.rows().stream()
                .map(row -> register.columns().stream()
                        .map(column -> words(row.get(column.key())))
                        .toList())
                .toList();
    }

    private static String words(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : value.toString();
    }

    private static String address(String path, Map<String, String> parameters, @Nullable String after) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        List<Object> values = new ArrayList<>();
        parameters.forEach((name, value) -> {
            if (!name.equals(Registers.AFTER) && !value.isBlank()) {
                address.queryParam(name, "{value}");
                values.add(value);
            }
        });
        if (after != null) {
            address.queryParam(Registers.AFTER, "{value}");
            values.add(after);
        }
        return address.encode().buildAndExpand(values.toArray()).toUriString();
    }
}
