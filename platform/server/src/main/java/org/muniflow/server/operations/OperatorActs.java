package org.muniflow.server.operations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.jspecify.annotations.Nullable;
import org.muniflow.casework.journal.CaseJournal;
import org.muniflow.casework.journal.JournalEntry.Kind;
import org.muniflow.kernel.spi.Actors;
import org.springframework.stereotype.Component;

/**
 * Acts on running cases that the engine's own pages lack. Each is told beforehand as it would be done, is done case by case,
 * each in its own transaction, and is journaled with its reason.
 */
@Component
final class OperatorActs {

    private final RuntimeService runtime;
    private final RunningCases cases;
    private final EachCase each;
    private final CaseJournal journal;
    private final Actors actors;

    OperatorActs(ProcessEngine engine, RunningCases cases, EachCase each, CaseJournal journal, Actors actors) {
        this.runtime = engine.getRuntimeService();
        this.cases = cases;
        this.each = each;
        this.journal = journal;
        this.actors = actors;
    }

    /**
     * What is wanted.
     *
     * @param act the act
     * @param version the version on which the cases run
     * @param target for MIGRATE the version on which they are to go on; null otherwise
     * @param from for MOVE the step to leave; empty for every step
     * @param to for MOVE the step to go on before; empty otherwise
     */
    record Wanted(
            OperatorAct act,
            RunningCases.Version version,
            RunningCases.@Nullable Version target,
            String from,
            String to) {}

    /**
     * What an act would do to a case.
     *
     * @param running the case
     * @param stands the steps at which it stands, in words
     * @param refusal why it would be refused; null if it would not
     */
    record Prospect(
            RunningCases.Running running,
            List<String> stands,
            @Nullable String refusal) {}

    /**
     * What an act would do.
     *
     * @param prospects case by case
     * @param mapped for MIGRATE the steps that have an equal in the target: its name by that in the source
     * @param unmapped for MIGRATE the steps that have none
     */
    record Preview(List<Prospect> prospects, Map<String, String> mapped, List<String> unmapped) {

        /** Returns how many cases the act would be done to. */
        public long fit() {
            return prospects.stream().filter(one -> one.refusal() == null).count();
        }
    }

    Preview preview(Wanted wanted, List<RunningCases.Running> chosen) {
        Map<String, String> names = cases.steps(wanted.version().definitionId());
        Map<String, String> mapped = new LinkedHashMap<>();
        List<String> unmapped = new ArrayList<>();
        Map<String, String> mapping = mapping(wanted);
        RunningCases.Version target = wanted.target();
        if (target != null) {
            Map<String, String> theirs = cases.steps(target.definitionId());
            names.forEach((id, name) -> {
                String equal = mapping.get(id);
                if (equal != null) {
                    mapped.put(name, theirs.getOrDefault(equal, equal));
                } else {
                    unmapped.add(name);
                }
            });
        }
        List<Prospect> prospects = chosen.stream()
                .map(one -> prospect(wanted, one, names, mapping))
                .toList();
        return new Preview(prospects, mapped, unmapped);
    }

    EachCase.Outcome act(Wanted wanted, List<RunningCases.Running> chosen, String reason) {
        Map<String, String> names = cases.steps(wanted.version().definitionId());
        Map<String, String> mapping = mapping(wanted);
        return each.run(chosen, one -> {
            String refusal = prospect(wanted, one, names, mapping).refusal();
            if (refusal != null) {
                throw new IllegalArgumentException(refusal);
            }
            actors.asPlatform(() -> {
                act(wanted, one, reason);
                return one;
            });
            journal.write(one.caseNumber(), Kind.NOTE, told(wanted, names) + " " + reason, "");
        });
    }

    private void act(Wanted wanted, RunningCases.Running one, String reason) {
        switch (wanted.act()) {
            case SUSPEND -> runtime.suspendProcessInstanceById(one.instanceId());
            case ACTIVATE -> runtime.activateProcessInstanceById(one.instanceId());
            case MIGRATE ->
                runtime.newMigration(plan(wanted))
                        .processInstanceIds(one.instanceId())
                        .execute();
            case MOVE -> move(wanted, one, reason);
        }
    }

    private void move(Wanted wanted, RunningCases.Running one, String reason) {
        // First in, then out: a case that stands nowhere would end.
        ProcessInstanceModificationBuilder moves =
                runtime.createProcessInstanceModification(one.instanceId()).startBeforeActivity(wanted.to());
        ActivityInstance tree = runtime.getActivityInstance(one.instanceId());
        if (wanted.from().isEmpty()) {
            for (ActivityInstance child : tree.getChildActivityInstances()) {
                moves.cancelActivityInstance(child.getId());
            }
            for (TransitionInstance child : tree.getChildTransitionInstances()) {
                moves.cancelTransitionInstance(child.getId());
            }
        } else {
            moves.cancelAllForActivity(wanted.from());
        }
        moves.setAnnotation(reason).execute();
    }

    private static String told(Wanted wanted, Map<String, String> names) {
        RunningCases.Version target = wanted.target();
        return switch (wanted.act()) {
            case SUSPEND -> "An operator suspended the case:";
            case ACTIVATE -> "An operator activated the case:";
            case MIGRATE ->
                "An operator migrated the case from version " + wanted.version().label() + " to "
                        + (target == null ? "?" : target.label()) + ":";
            case MOVE ->
                "An operator moved the case from "
                        + (wanted.from().isEmpty()
                                ? "where it stood"
                                : names.getOrDefault(wanted.from(), wanted.from()))
                        + " to " + names.getOrDefault(wanted.to(), wanted.to()) + ":";
        };
    }

    private Prospect prospect(
            Wanted wanted, RunningCases.Running one, Map<String, String> names, Map<String, String> mapping) {
        Set<String> at = stands(one);
        List<String> words = at.stream().map(id -> names.getOrDefault(id, id)).toList();
        return new Prospect(one, words, refusal(wanted, one, at, names, mapping));
    }

    private static @Nullable String refusal(
            Wanted wanted,
            RunningCases.Running one,
            Set<String> at,
            Map<String, String> names,
            Map<String, String> mapping) {
        return switch (wanted.act()) {
            case SUSPEND -> one.suspended() ? "It is suspended already." : null;
            case ACTIVATE -> one.suspended() ? null : "It is not suspended.";
            case MIGRATE ->
                at.stream()
                        .filter(id -> !mapping.containsKey(id))
                        .findFirst()
                        .map(id -> "It stands at " + names.getOrDefault(id, id)
                                + ", which has no equal in the other version; let it go on, or move it first.")
                        .orElse(null);
            case MOVE ->
                wanted.from().isEmpty() || at.contains(wanted.from())
                        ? null
                        : "It does not stand at " + names.getOrDefault(wanted.from(), wanted.from()) + ".";
        };
    }

    private Set<String> stands(RunningCases.Running one) {
        Set<String> at = new LinkedHashSet<>();
        actors.asPlatform(() -> {
            ActivityInstance tree = runtime.getActivityInstance(one.instanceId());
            if (tree != null) {
                leaves(tree, at);
            }
            return at;
        });
        return at;
    }

    private static void leaves(ActivityInstance place, Set<String> at) {
        for (TransitionInstance waiting : place.getChildTransitionInstances()) {
            at.add(waiting.getActivityId());
        }
        for (ActivityInstance child : place.getChildActivityInstances()) {
            if (child.getChildActivityInstances().length == 0 && child.getChildTransitionInstances().length == 0) {
                at.add(child.getActivityId());
            } else {
                leaves(child, at);
            }
        }
    }

    private Map<String, String> mapping(Wanted wanted) {
        Map<String, String> mapping = new TreeMap<>();
        if (wanted.target() != null) {
            for (MigrationInstruction step : plan(wanted).getInstructions()) {
                mapping.put(step.getSourceActivityId(), step.getTargetActivityId());
            }
        }
        return mapping;
    }

    private MigrationPlan plan(Wanted wanted) {
        RunningCases.Version target = wanted.target();
        if (target == null) {
            throw new IllegalArgumentException("Choose the version to which the cases are to go.");
        }
        try {
            return actors.asPlatform(
                    () -> runtime.createMigrationPlan(wanted.version().definitionId(), target.definitionId())
                            .mapEqualActivities()
                            .build());
        } catch (MigrationPlanValidationException impossible) {
            throw new IllegalArgumentException(
                    "No case can go from version " + wanted.version().label() + " to " + target.label()
                            + ": the engine finds no plan for it.",
                    impossible);
        }
    }
}
