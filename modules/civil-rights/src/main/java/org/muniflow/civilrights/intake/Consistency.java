package org.muniflow.civilrights.intake;

import static org.muniflow.civilrights.intake.CertificationApplication.listed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.page.FieldProblem;
import org.muniflow.civilrights.reference.ReferenceData;

/** Looks for what does not fit together in an application, though each field by itself is right. */
final class Consistency {

    private final CertificationApplication sent;
    private final List<FieldProblem> problems = new ArrayList<>();
    private final Set<String> owners;
    private final Set<String> companies;
    private final Set<String> offices;

    Consistency(CertificationApplication sent) {
        this.sent = sent;
        this.owners = keys("owners", sent.owners(), OwnerStatement::key);
        this.companies = keys("holdingCompanies", listed(sent.holdingCompanies()), HoldingStatement::key);
        this.offices = keys("offices", listed(sent.offices()), OfficeStatement::key);
        keys("owners", "name", sent.owners(), OwnerStatement::name);
        keys("naics", "code", sent.naics(), WorkStatement::code);
        keys("employees", "reference", listed(sent.employees()), EmployeeStatement::reference);
        keys("netWorth", "owner", listed(sent.netWorth()), NetWorthDeclaration::owner);
    }

    List<FieldProblem> problems(ReferenceData reference, LocalDate receivedOn) {
        for (int i = 0; i < sent.naics().size(); i++) {
            String code = sent.naics().get(i).code();
            if (reference.naics(code, receivedOn).isEmpty()) {
                problems.add(FieldProblem.of(
                        "naics[" + i + "].code", "NAICS code " + code + " is unknown; use a code in force."));
            }
        }
        interests();
        List<ContributionStatement> contributions = listed(sent.contributions());
        for (int i = 0; i < contributions.size(); i++) {
            named("contributions[" + i + "].owner", contributions.get(i).owner(), owners, "owner");
        }
        List<NetWorthDeclaration> netWorth = listed(sent.netWorth());
        for (int i = 0; i < netWorth.size(); i++) {
            named("netWorth[" + i + "].owner", netWorth.get(i).owner(), owners, "owner");
        }
        List<EmployeeStatement> employees = listed(sent.employees());
        for (int i = 0; i < employees.size(); i++) {
            named("employees[" + i + "].office", employees.get(i).office(), offices, "office");
        }
        if (listed(sent.offices()).stream().filter(OfficeStatement::principal).count() > 1) {
            problems.add(FieldProblem.of("offices", "A firm has one principal office; mark one only."));
        }
        documents();
        return problems;
    }

    private void interests() {
        for (int i = 0; i < sent.interests().size(); i++) {
            InterestStatement interest = sent.interests().get(i);
            String at = "interests[" + i + "].";
            if ((interest.owner() == null) == (interest.holdingCompany() == null)) {
                problems.add(FieldProblem.of(
                        at + "owner", "Name either the owner or the holding company that holds the interest."));
            }
            named(at + "owner", interest.owner(), owners, "owner");
            named(at + "holdingCompany", interest.holdingCompany(), companies, "holding company");
            named(at + "heldIn", interest.heldIn(), companies, "holding company");
            named(at + "trustGrantor", interest.trustGrantor(), owners, "owner");
            named(at + "trustBeneficiary", interest.trustBeneficiary(), owners, "owner");
            named(at + "trustTrustee", interest.trustTrustee(), owners, "owner");
        }
    }

    private void documents() {
        List<DocumentStatement> documents = listed(sent.documents());
        for (int i = 0; i < documents.size(); i++) {
            String content = documents.get(i).contentBase64();
            try {
                if (content != null && Base64.getDecoder().decode(content).length == 0) {
                    throw new IllegalArgumentException("empty");
                }
            } catch (IllegalArgumentException unreadable) {
                problems.add(FieldProblem.of(
                        "documents[" + i + "].contentBase64",
                        "The content is not base64; leave it out and send the paper by mail, or encode it."));
            }
        }
    }

    private void named(String field, @Nullable String key, Set<String> known, String what) {
        if (key != null && !known.contains(key)) {
            problems.add(FieldProblem.of(
                    field,
                    "There is no " + what + " with the key \"" + key + "\"; name one that the application lists."));
        }
    }

    private <T> Set<String> keys(String list, List<T> entries, Function<T, String> key) {
        return keys(list, "key", entries, key);
    }

    private <T> Set<String> keys(String list, String field, List<T> entries, Function<T, String> key) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            String value = key.apply(entries.get(i));
            if (!seen.add(value.toLowerCase(Locale.ROOT))) {
                problems.add(FieldProblem.of(
                        list + "[" + i + "]." + field, "\"" + value + "\" appears twice; list it once."));
            }
        }
        return entries.stream().map(key).collect(Collectors.toSet());
    }
}
