package org.muniflow.server.people;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.muniflow.server.errors.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The administrators' pages for people: create, put into groups, give a new password. */
@Controller
@RequestMapping("/admin/users")
class PeoplePages {

    private static final Pattern ID = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._@-]{0,63}");

    private final People people;
    private final Passwords passwords;

    PeoplePages(People people, Passwords passwords) {
        this.people = people;
        this.passwords = passwords;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("people", people.all());
        model.addAttribute("groups", people.groups());
        return "people";
    }

    @PostMapping
    String create(
            @RequestParam String id,
            @RequestParam(defaultValue = "") String firstName,
            @RequestParam(defaultValue = "") String lastName,
            @RequestParam(required = false) @Nullable Set<String> groups,
            RedirectAttributes next) {
        String name = id.strip();
        if (!ID.matcher(name).matches()) {
            next.addFlashAttribute(
                    "problem",
                    "The sign-in name '" + name
                            + "' is not possible: use letters, digits, dot, hyphen, underscore or @,"
                            + " and begin with a letter or digit.");
        } else if (people.exists(name)) {
            next.addFlashAttribute("problem", "There is already a person with the sign-in name " + name + ".");
        } else {
            String password = passwords.next();
            people.create(name, firstName.strip(), lastName.strip(), password, known(groups));
            next.addFlashAttribute("message", "Created " + name + ".");
            next.addFlashAttribute("password", password);
        }
        return "redirect:/admin/users";
    }

    @PostMapping("/{id}/password")
    String password(@PathVariable String id, RedirectAttributes next) {
        requireKnown(id);
        String password = passwords.next();
        people.password(id, password);
        next.addFlashAttribute("message", "New password for " + id + ".");
        next.addFlashAttribute("password", password);
        return "redirect:/admin/users";
    }

    @PostMapping("/{id}/groups")
    String groups(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Set<String> groups,
            RedirectAttributes next) {
        requireKnown(id);
        people.groups(id, known(groups));
        next.addFlashAttribute(
                "message", "Saved the groups of " + id + ". Pages follow at once; Tasklist within five minutes.");
        return "redirect:/admin/users";
    }

    private void requireKnown(String id) {
        if (!people.exists(id)) {
            throw new Refusal(HttpStatus.NOT_FOUND, "There is no person with the sign-in name " + id + ".");
        }
    }

    private Set<String> known(@Nullable Set<String> groups) {
        Set<String> chosen = new TreeSet<>(groups == null ? Set.of() : groups);
        chosen.retainAll(people.groups().stream().map(People.Team::id).toList());
        return chosen;
    }
}
