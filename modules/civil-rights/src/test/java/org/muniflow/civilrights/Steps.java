package org.muniflow.civilrights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.muniflow.api.casework.Delegations;
import org.muniflow.api.casework.Journal;
import org.muniflow.api.casework.Ledger;
import org.muniflow.api.casework.Notice;
import org.muniflow.api.casework.Notices;
import org.muniflow.api.casework.SentNotice;
import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.intake.Intake;
import org.muniflow.api.law.Rules;
import org.muniflow.api.module.Capability;
import org.muniflow.api.module.Declaration;
import org.muniflow.civilrights.audit.OnSiteAuditProcess;
import org.muniflow.civilrights.certification.CertificationProcess;
import org.muniflow.civilrights.certification.CertificationRules;
import org.muniflow.civilrights.finding.Determination;
import org.muniflow.civilrights.finding.Determination.Criterion;
import org.muniflow.civilrights.intake.PublicDoors;
import org.muniflow.civilrights.law.FixedLaw;
import org.muniflow.civilrights.law.ModelTables;
import org.muniflow.civilrights.reliance.DbeRelianceProcess;
import org.muniflow.civilrights.review.EligibilityReviewProcess;
import org.muniflow.civilrights.standing.Denial;
import org.muniflow.civilrights.standing.ReasonCode;
import org.muniflow.civilrights.table.Table;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;

/** The declared steps and guards over the department's records, called as plain functions; no engine runs. */
public final class Steps {

    /** The case of the first application filed. */
    public static final String CASE = "CERT-2026-000001";

    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    public final Books books = new Books();
    public final List<Notice> letters = new ArrayList<>();
    public final List<String> journal = new ArrayList<>();
    public final List<String> actsInTime = new ArrayList<>();
    private final DefaultListableBeanFactory parts = new DefaultListableBeanFactory();

    public Steps() {
        Stream.of(Books.class.getFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .forEach(field -> parts.registerSingleton(field.getName(), value(field)));
        parts.registerSingleton("law", FixedLaw.LAW);
        parts.registerSingleton("models", ModelTables.OF_THE_MODULE);
        parts.registerSingleton("outbox", new Outbox());
        parts.registerSingleton("rules", (Rules) (rule, facts) -> {
            throw new IllegalArgumentException("No other department is here to answer " + rule);
        });
        parts.registerSingleton("account", (Journal) (number, record, what, cites) -> journal.add(what + " " + cites));
        parts.registerSingleton(
                "ledger", (Ledger) (number, clock, on) -> actsInTime.add(number + " " + clock + " " + on));
        parts.registerSingleton("delegations", (Delegations) (person, team, process, task, on) -> Optional.empty());
        Stream.of(
                        new Records(),
                        new CertificationRules(),
                        new CertificationProcess(),
                        new EligibilityReviewProcess(),
                        new DbeRelianceProcess(),
                        new OnSiteAuditProcess(),
                        new PublicDoors())
                .forEach(this::declare);
    }

    /** Makes a declared step or guard. */
    public <S> S step(Class<S> type) {
        return parts.getBean(type);
    }

    /** Files one of the sample applications, received on {@link Books#TODAY}, and returns its id. */
    @SuppressWarnings("unchecked")
    public String filed(String sample) {
        try (InputStream file = Steps.class.getResourceAsStream("/demo/applications/" + sample + ".json")) {
            JsonNode application = JSON.readTree(file).get("application");
            Intake<Record> intake = parts.getBean(Intake.class);
            return intake.accept(JSON.treeToValue(application, intake.input()), Books.TODAY)
                    .recordId();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A step that the director drives on a day. */
    public static CaseContext on(LocalDate day) {
        return context(day, "dora.director");
    }

    /** A step that the director drives on {@link Books#TODAY}. */
    public static CaseContext today() {
        return on(Books.TODAY);
    }

    /** A step that a timer drives on {@link Books#TODAY}. */
    public static CaseContext byTimer() {
        return context(Books.TODAY, null);
    }

    /** Records what a person found on the firm as a whole. */
    public void found(String applicationId, Criterion criterion, boolean met, String reasons, ReasonCode... codes) {
        found(applicationId, criterion, null, null, met, reasons, codes);
    }

    /** Records what a person found on a type of work or an owner. */
    public void found(
            String applicationId,
            Criterion criterion,
            String naics,
            String ownerId,
            boolean met,
            String reasons,
            ReasonCode... codes) {
        books.determinations.record(
                new Determination(
                        Table.newId(),
                        applicationId,
                        criterion,
                        null,
                        naics,
                        ownerId,
                        Determination.Kind.HUMAN,
                        Determination.StandardOfProof.PREPONDERANCE,
                        met,
                        null,
                        Stream.of(codes).map(Enum::name).toList(),
                        reasons,
                        List.of(),
                        List.of(),
                        criterion.cites(),
                        "ana.analyst",
                        Books.TODAY,
                        null),
                "ana.analyst");
    }

    /** Records that people found for the firm on all that people must find on. */
    public void reviewed(String applicationId) {
        Stream.of(
                        Criterion.OWNERSHIP,
                        Criterion.CONTROL,
                        Criterion.INDEPENDENCE,
                        Criterion.MANAGEMENT,
                        Criterion.EXPERTISE,
                        Criterion.CUF)
                .forEach(criterion -> found(applicationId, criterion, true, "Shown by the file."));
    }

    /** Chooses a ground of denial. */
    public void ground(String applicationId, ReasonCode code, String explanation) {
        books.denials.choose(
                new Denial.Ground(
                        Table.newId(), applicationId, code, explanation, code.cites(), "dora.director", Books.TODAY),
                "dora.director");
    }

    /** The findings of rules that stand on a criterion. */
    public List<Determination> rulesOn(String applicationId, Criterion criterion) {
        return books.determinations.on(applicationId, criterion, Determination.Kind.MACHINE);
    }

    /** The last letter sent. */
    public Notice letter() {
        return letters.get(letters.size() - 1);
    }

    private static CaseContext context(LocalDate day, String actor) {
        return new CaseContext(
                CASE,
                "certification",
                "instance",
                "step",
                day.atTime(10, 0).atZone(ZoneId.of("America/Chicago")).toInstant(),
                day,
                actor);
    }

    private void declare(Capability capability) {
        capability.declare((Declaration) Proxy.newProxyInstance(
                Steps.class.getClassLoader(), new Class<?>[] {Declaration.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("components")) {
                        Stream.of((Class<?>[]) arguments[0]).forEach(this::add);
                    }
                    return proxy;
                }));
    }

    private void add(Class<?> type) {
        if (parts.getBeanNamesForType(type).length == 0) {
            RootBeanDefinition part = new RootBeanDefinition(type);
            part.setAutowireMode(AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR);
            parts.registerBeanDefinition(type.getName(), part);
        }
    }

    private Object value(Field field) {
        try {
            return field.get(books);
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(hidden);
        }
    }

    /** Keeps the letters instead of printing them. */
    private final class Outbox implements Notices {

        @Override
        public String send(Notice notice) {
            letters.add(notice);
            return "notice-" + letters.size();
        }

        @Override
        public List<SentNotice> ofCase(String caseNumber) {
            return List.of();
        }
    }
}
