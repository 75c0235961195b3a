package org.muniflow.civilrights;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.junit.jupiter.api.Test;
import org.muniflow.api.law.Rule;
import org.muniflow.civilrights.law.DeclaredRules;

/**
 * Keeps the generated tables of the module's README true. With {@code -Dmuniflow.write=true} it writes them instead of
 * comparing.
 */
class ReadmeTablesTest {

    private static final Path ROOT = Path.of(System.getProperty("muniflow.root"));
    private static final Path README = ROOT.resolve("modules/civil-rights/README.md");
    private static final Path MODELS = ROOT.resolve("bpmn/civil-rights");

    private final List<JavaClass> tests = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests()).importPackages("org.muniflow.civilrights").stream()
                    .filter(type -> type.getSimpleName().endsWith("Test"))
                    .sorted(Comparator.comparing(JavaClass::getSimpleName))
                    .toList();

    @Test
    void theTableOfSectionsRulesAndTestsIsTrue() throws IOException {
        assertThat(DeclaredRules.all())
                .as("rules that no test class names")
                .allSatisfy(rule -> assertThat(testsOf(rule)).as(rule.id()).isNotEmpty());
        check(
                "rules",
                "| Section | Rule | Decides | Class | Test |",
                DeclaredRules.all().stream()
                        .sorted(Comparator.comparing(rule -> rule.id()))
                        .map(rule -> List.of(
                                rule.cites().toString().replace("KCMO Code ", ""),
                                rule.id(),
                                rule.title(),
                                code(rule.getClass().getSimpleName()),
                                testsOf(rule).stream()
                                        .map(ReadmeTablesTest::code)
                                        .collect(joining(", ")))));
    }

    @Test
    void theTableOfProcessesIsTrue() throws IOException {
        check(
                "processes",
                "| Process | Title | Calls | Human tasks | Ends |",
                models().stream().map(model -> {
                    Process process = model.getModelElementsByType(Process.class)
                            .iterator()
                            .next();
                    return List.of(
                            code(process.getId()),
                            process.getName(),
                            model.getModelElementsByType(CallActivity.class).stream()
                                    .map(call -> code(call.getCalledElement()))
                                    .distinct()
                                    .collect(joining(", ")),
                            names(model.getModelElementsByType(UserTask.class)),
                            names(model.getModelElementsByType(EndEvent.class)));
                }));
    }

    @Test
    void theTableOfClocksIsTrue() throws IOException {
        DecisionTable table = Dmn.readModelFromFile(
                        MODELS.resolve("civil-rights-clocks.dmn").toFile())
                .getModelElementsByType(DecisionTable.class)
                .iterator()
                .next();
        List<String> outputs = table.getOutputs().stream().map(Output::getName).toList();
        List<BpmnModelInstance> models = models();
        check(
                "clocks",
                "| Clock | Title | Kind | Length | Section | Runs in |",
                table.getRules().stream().map(row -> {
                    Function<String, String> cell = name -> row.getOutputEntries().stream()
                            .toList()
                            .get(outputs.indexOf(name))
                            .getTextContent()
                            .strip()
                            .replace("\"", "");
                    String id = row.getInputEntries()
                            .iterator()
                            .next()
                            .getTextContent()
                            .strip()
                            .replace("\"", "");
                    String length = cell.apply("amount").isEmpty()
                            ? ""
                            : cell.apply("amount") + " "
                                    + cell.apply("unit")
                                            .toLowerCase(Locale.ROOT)
                                            .replace('_', ' ');
                    return List.of(
                            id,
                            cell.apply("title"),
                            cell.apply("kind"),
                            length.startsWith("1 ") ? length.replaceFirst("s$", "") : length,
                            row.getDescription().getTextContent().strip().replace("KCMO Code ", ""),
                            models.stream()
                                    .flatMap(model -> model.getModelElementsByType(FlowNode.class).stream())
                                    .filter(node -> id.equals(property(node, "clock")) || dueBy(node, id))
                                    .map(node -> code(node.getId()))
                                    .collect(joining(", ")));
                }));
    }

    private List<String> testsOf(Rule<?, ?> rule) {
        return tests.stream()
                .filter(test -> test.getDirectDependenciesFromSelf().stream()
                        .anyMatch(to -> to.getTargetClass().isEquivalentTo(rule.getClass())))
                .map(JavaClass::getSimpleName)
                .toList();
    }

    private static List<BpmnModelInstance> models() throws IOException {
        try (Stream<Path> files = Files.list(MODELS)) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .map(file -> Bpmn.readModelFromFile(file.toFile()))
                    .toList();
        }
    }

    private static String property(FlowNode node, String name) {
        return node.getExtensionElements() == null
                ? ""
                : node.getExtensionElements().getElements().stream()
                        .flatMap(element -> element.getChildElementsByType(CamundaProperty.class).stream())
                        .filter(property -> name.equals(property.getCamundaName()))
                        .map(CamundaProperty::getCamundaValue)
                        .findFirst()
                        .orElse("");
    }

    private static boolean dueBy(FlowNode node, String clock) {
        return node instanceof UserTask task
                && task.getCamundaDueDate() != null
                && task.getCamundaDueDate().contains("'" + clock + "'");
    }

    private static String names(Collection<? extends FlowNode> nodes) {
        return nodes.stream()
                .map(FlowNode::getName)
                .filter(Objects::nonNull)
                .map(name -> name.replaceAll("\\s+", " "))
                .distinct()
                .collect(joining("; "));
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    private static void check(String name, String heading, Stream<List<String>> rows) throws IOException {
        String table = heading + "\n" + heading.replaceAll("[^|]+", "---") + "\n"
                + rows.map(row -> "| " + String.join(" | ", row) + " |\n").collect(joining());
        String begin = "<!-- generated table: " + name + " -->\n";
        String end = "<!-- end of table: " + name + " -->";
        String readme = Files.readString(README);
        assertThat(readme).contains(begin, end);
        int from = readme.indexOf(begin) + begin.length();
        int to = readme.indexOf(end);
        if (Boolean.getBoolean("muniflow.write")) {
            Files.writeString(README, readme.substring(0, from) + table + readme.substring(to));
            return;
        }
        assertThat(readme.substring(from, to).lines().toList())
                .as(
                        "The table of %s in %s is stale. Write it anew: mvn test -pl modules/civil-rights -am"
                                + " -Dtest=ReadmeTablesTest -Dsurefire.failIfNoSpecifiedTests=false -Dmuniflow.write=true",
                        name, README)
                .containsExactlyElementsOf(table.lines().toList());
    }
}
