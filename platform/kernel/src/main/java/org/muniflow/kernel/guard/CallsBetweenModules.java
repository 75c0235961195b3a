package org.muniflow.kernel.guard;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Modules call each other's processes so that neither needs the other to run at that moment: the callee begins with a job of its
 * own, and the caller goes on with one of its own.
 */
final class CallsBetweenModules implements ModelRule {

    @Override
    public String id() {
        return "calls-between-modules";
    }

    @Override
    public void check(Models models, City city, Report report) {
        for (Models.Xml file : models.bpmn) {
            file.all("process").forEach(process -> {
                Optional<City.Offers> owner = city.owner(ModelKey.process(process.attribute("id", "")));
                process.all("callActivity")
                        .filter(call -> !models.processKeys().contains(callee(call)))
                        .filter(call -> !callee(call).isBlank() && !Expressions.isExpression(callee(call)))
                        .forEach(call -> call(file, call, owner, city, report));
                Set<String> callers = city.callers(process.attribute("id", ""));
                if (!callers.isEmpty()) {
                    waits(file, process, callers, report);
                }
            });
        }
    }

    private static String callee(XmlNode call) {
        return call.attribute("calledElement", "");
    }

    private static void call(Models.Xml file, XmlNode call, Optional<City.Offers> caller, City city, Report report) {
        String key = callee(call);
        String named = "Process '" + key + "' ";
        Optional<City.Offers> callee = city.owner(ModelKey.process(key));
        if (callee.isPresent()
                && caller.isPresent()
                && callee.get().module().equals(caller.get().module())) {
            report.at(
                    file,
                    call,
                    named + "is the module's own, but not in this deployment, where its binding would look for it."
                            + " Deploy all the module's models together, or publish the changed ones.");
            return;
        }
        if (!call.attribute("camunda:calledElementBinding", "latest").equals("latest")) {
            report.at(
                    file,
                    call,
                    named + "is not in this deployment. If it is another module's, set camunda:calledElementBinding"
                            + " to \"latest\"; if it is the module's own, deploy it together with this one.");
        }
        if (!"true".equals(call.attribute("camunda:asyncAfter"))) {
            report.at(
                    file,
                    call,
                    named + "is another module's: set camunda:asyncAfter=\"true\", so that it can end while this"
                            + " module is stopped.");
        }
        call.children("multiInstanceLoopCharacteristics")
                .filter(loop -> !"true".equals(loop.attribute("camunda:asyncAfter")))
                .forEach(loop -> report.at(
                        file,
                        call,
                        named + "is another module's: set camunda:asyncAfter=\"true\" for each instance of the call"
                                + " too, so that it can end while this module is stopped."));
        caller.filter(module ->
                        module.requires().filter(keys -> !keys.contains(key)).isPresent())
                .ifPresent(module -> report.at(
                        file,
                        call,
                        named + "is another module's: name it in Require-Process in the manifest of module "
                                + module.module() + "."));
        callee.ifPresent(
                module -> city.model(key)
                        .filter(model -> !startsWithJob(key, model))
                        .ifPresent(
                                model -> report.at(
                                        file,
                                        call,
                                        named + "of module " + module.module()
                                                + " cannot be called yet: its start event needs"
                                                + " camunda:asyncBefore=\"true\", so that a call waits while that module is stopped.")));
    }

    private static boolean startsWithJob(String key, byte[] model) {
        return Models.read(Map.of("callee.bpmn", model), new Report())
                .processes()
                .filter(process -> process.attribute("id", "").equals(key))
                .flatMap(CallsBetweenModules::plainStarts)
                .allMatch(CallsBetweenModules::withJob);
    }

    private static void waits(Models.Xml file, XmlNode process, Set<String> callers, Report report) {
        plainStarts(process)
                .filter(start -> !withJob(start))
                .forEach(start -> report.at(
                        file,
                        start,
                        "Module " + String.join(", ", callers) + " calls this process: set"
                                + " camunda:asyncBefore=\"true\" on its start event, so that a call waits while this"
                                + " module is stopped."));
    }

    /** The start events by which a call can come. */
    private static Stream<XmlNode> plainStarts(XmlNode process) {
        return process.children("startEvent")
                .filter(start -> start.children.stream().noneMatch(child -> child.name.endsWith("EventDefinition")));
    }

    private static boolean withJob(XmlNode start) {
        return "true".equals(start.attribute("camunda:asyncBefore"));
    }
}
