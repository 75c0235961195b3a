package org.muniflow.kernel.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muniflow.kernel.BadOffice;
import org.muniflow.kernel.BrokenJar;
import org.muniflow.kernel.KernelCity;
import org.muniflow.kernel.ModulePack;
import org.muniflow.kernel.PermitModule;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.ModuleListener;
import org.muniflow.kernel.spi.ModuleRefused;
import org.muniflow.kernel.spi.ModuleState.State;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Every way in which a jar can be bad: it is refused or FAILED with the reason in words, and nothing else changes. A good
 * department with an open case stands beside.
 */
@Tag("engine")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadJarsTest {

    private KernelCity city;
    private String open;

    /**
     * A bad jar.
     *
     * @param name what is bad about it
     * @param jar makes it in a folder
     * @param failed whether it is found out only when it starts, so that its row stays with the reason
     * @param words what the reason says
     */
    private record Situation(String name, Function<Path, Path> jar, boolean failed, String... words) {

        static Situation refused(String name, Function<Path, Path> jar, String... words) {
            return new Situation(name, jar, false, words);
        }

        static Situation refused(String name, ModulePack pack, String... words) {
            return new Situation(name, pack::into, false, words);
        }

        static Situation fails(String name, ModulePack pack, String... words) {
            return new Situation(name, pack::into, true, words);
        }

        static Situation fails(String name, Function<Path, Path> jar, String... words) {
            return new Situation(name, jar, true, words);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    void boot(@TempDir Path folder) {
        city = KernelCity.with("muniflow.modules.start-limit", "3s", Doorkeeper.class);
        city.install(PermitModule.pack().into(folder));
        open = city.runtime()
                .startProcessInstanceByKey("permit", "PRM-1", PermitModule.CASE)
                .getId();
    }

    @AfterAll
    void close() {
        city.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"archives", "manifests", "contradictions", "classes", "components", "contents", "hanging"})
    void aBadJarIsRefusedInWordsAndNothingElseChanges(Situation situation, @TempDir Path folder) {
        Path jar = situation.jar().apply(folder);
        String except = situation.failed() ? "bad-office@1.0.0" : "";
        CityState before = CityState.of(city, except);

        ModuleRefused refused = catchThrowableOfType(
                ModuleRefused.class, () -> city.operations().install(jar, "admin"));

        assertThat(refused).as("refused").isNotNull();
        assertThat(refused.problems())
                .allSatisfy(problem ->
                        assertThat(problem).endsWith(".").doesNotContain("\n", "\tat ", "org.springframework"));
        for (String words : situation.words()) {
            assertThat(String.join(" ", refused.problems())).contains(words);
        }
        assertThat(CityState.of(city, except).changesSince(before)).isEmpty();
        if (situation.failed()) {
            assertThat(city.modules().states())
                    .filteredOn(state -> state.id().toString().equals(except))
                    .singleElement()
                    .satisfies(state -> {
                        assertThat(state.state()).isEqualTo(State.FAILED);
                        assertThat(state.reason()).isEqualTo(String.join(" ", refused.problems()));
                    });
        }
    }

    @Test
    void theCorrectedJarStartsAndTheOpenCaseGoesOn(@TempDir Path folder) {
        assertThat(city.install(BadOffice.pack()
                                .manifest("Plugin-Version", "1.0.1")
                                .into(folder))
                        .version())
                .isEqualTo("1.0.1");
        String task = city.engine()
                .getTaskService()
                .createTaskQuery()
                .processInstanceId(open)
                .singleResult()
                .getId();
        city.engine().getTaskService().complete(task, Map.of("signed", true));
        city.runtime().startProcessInstanceByKey("permit", "PRM-2", PermitModule.CASE);
        city.runtime().startProcessInstanceByKey("bad", "BAD-1", PermitModule.CASE);
    }

    static Stream<Situation> archives() {
        Function<Path, Path> good = folder -> BadOffice.pack().into(folder);
        return Stream.of(
                Situation.refused("no file", folder -> folder.resolve("gone.jar"), "There is no such file"),
                Situation.refused("a folder", folder -> folder, "There is no such file"),
                Situation.refused("no zip", folder -> text(folder, "not a zip"), "The file is not a readable jar"),
                Situation.refused("empty", folder -> text(folder, ""), "The file is not a readable jar"),
                Situation.refused("truncated", good.andThen(BrokenJar::truncated), "is not a readable jar"),
                Situation.refused(
                        "an entry with a wrong check sum",
                        good.andThen(BrokenJar::damaged),
                        "The entry 'letters/damaged.html' is damaged (its check sum is wrong); build the jar again."),
                Situation.refused(
                        "an entry that cannot be unpacked",
                        good.andThen(jar -> BrokenJar.garbled(jar, "bpmn/bad.bpmn")),
                        "The entry 'bpmn/bad.bpmn' is damaged"),
                outside("../evil.html"),
                outside("bpmn/../../evil.bpmn"),
                outside("/etc/evil.conf"),
                outside("C:/evil.html"),
                outside("letters\\evil.html"),
                Situation.refused(
                        "an entry with a name that nobody can read",
                        good.andThen(jar -> BrokenJar.with(jar, "letters/ev\u0007il.html", new byte[1])),
                        "The entry 'letters/ev?il.html' has a name that cannot be read"),
                Situation.refused(
                        "two entries of one name",
                        good.andThen(BrokenJar::doubled),
                        "Two entries are named 'letters/first.html'"),
                Situation.refused(
                        "too large",
                        good.andThen(jar -> BrokenJar.longer(jar, 61L * 1024 * 1024)),
                        "The jar has 61 MB, a module may have 60 MB"),
                Situation.refused(
                        "a small jar with a large entry",
                        good.andThen(jar -> BrokenJar.bomb(jar, 1, 51)),
                        "Unpacked, the entry 'letters/zeros-0' has more than the 50 MB that one file may have."),
                Situation.refused(
                        "a small jar that unpacks to a large one",
                        good.andThen(jar -> BrokenJar.bomb(jar, 6, 45)),
                        "Unpacked, the jar has more than the 250 MB that a module may have"),
                Situation.refused(
                        "too many entries",
                        good.andThen(jar -> BrokenJar.bomb(jar, 20_001, 0)),
                        "entries, a module may have 20000"));
    }

    private static Situation outside(String entry) {
        return Situation.refused(
                "an entry named " + entry,
                folder -> BrokenJar.with(BadOffice.pack().into(folder), entry, new byte[] {1}),
                "The entry '" + entry + "' points out of the jar");
    }

    static Stream<Situation> manifests() {
        return Stream.of(
                Situation.refused(
                        "no manifest",
                        folder -> BrokenJar.lacking(BadOffice.pack().into(folder), "META-INF/MANIFEST.MF"),
                        "The jar has no META-INF/MANIFEST.MF"),
                Situation.refused(
                        "a manifest that is none",
                        folder -> BrokenJar.changed(
                                BadOffice.pack().into(folder),
                                "META-INF/MANIFEST.MF",
                                bytes -> bytes("no colon here\n")),
                        "The jar's manifest is not readable"),
                Situation.refused(
                        "a manifest with many faults",
                        BadOffice.pack()
                                .without("Module-Class")
                                .without("Provide-Process")
                                .manifest("Plugin-Version", "one")
                                .manifest("Plugin-Requires", ">=2.0.0"),
                        "The manifest lacks the attribute Module-Class.",
                        "The manifest lacks the attribute Provide-Process.",
                        "Plugin-Version 'one' is no semantic version such as '1.0.0'.",
                        "The module requires platform API >=2.0.0, this platform has 1.0.0;"),
                Situation.refused(
                        "an API range that is none",
                        BadOffice.pack().manifest("Plugin-Requires", "the newest"),
                        "Plugin-Requires 'the newest' is no range such as '>=1.0.0 & <2.0.0'."),
                Situation.refused(
                        "an older API",
                        BadOffice.pack().manifest("Plugin-Requires", "<1.0.0"),
                        "The module requires platform API <1.0.0"),
                Situation.refused(
                        "a name that is none",
                        BadOffice.pack().manifest("Plugin-Id", "Permit Office"),
                        "Plugin-Id 'Permit Office' is no name in kebab-case"),
                Situation.refused(
                        "the platform's own name",
                        BadOffice.pack().manifest("Plugin-Id", "muniflow"),
                        "Plugin-Id 'muniflow' is a name of the database or the platform"),
                Situation.refused(
                        "a name for the database's schemas",
                        BadOffice.pack().manifest("Plugin-Id", "pg-office"),
                        "is a name of the database or the platform"),
                Situation.refused(
                        "a name that the database would cut",
                        BadOffice.pack().manifest("Plugin-Id", "o" + "f".repeat(60)),
                        "Plugin-Id may have 60 characters"),
                Situation.refused(
                        "classes from outside",
                        BadOffice.pack().manifest("Class-Path", "../lib/evil.jar"),
                        "The manifest has a Class-Path, which would load classes from outside the jar"));
    }

    static Stream<Situation> contradictions() {
        return Stream.of(
                Situation.refused(
                        "a process of another module",
                        BadOffice.pack()
                                .manifest("Provide-Process", "permit")
                                .java(BadOffice.MODULE.replace("\"bad\"", "\"permit\""))
                                .file("bpmn/permit.bpmn", PermitModule.BPMN),
                        "Process permit belongs to module permit-office already; give yours another key."),
                Situation.refused(
                        "a version that is installed with other content",
                        PermitModule.pack().file("letters/more.html", "<p>"),
                        "already installed with other content",
                        "raise Plugin-Version"),
                Situation.fails(
                        "processes that differ from the manifest's",
                        BadOffice.pack().manifest("Provide-Process", "bad, license"),
                        "Provide-Process names [bad, license], the module declares [bad]; make them the same."),
                Situation.fails(
                        "a process without its model",
                        BadOffice.pack().withoutFile("bpmn/bad.bpmn"),
                        "Process bad has no file bpmn/bad.bpmn."));
    }

    static Stream<Situation> classes() {
        return Stream.of(
                Situation.fails(
                        "no module class",
                        BadOffice.pack().manifest("Module-Class", "bad.Nothing"),
                        "Module-Class bad.Nothing is no public class"),
                Situation.fails(
                        "a module class that is no module",
                        BadOffice.pack().manifest("Module-Class", "bad.FormComplete"),
                        "Module-Class bad.FormComplete is no public class"),
                Situation.fails(
                        "a module class whose constructor throws",
                        BadOffice.pack()
                                .java(
                                        BadOffice.MODULE.replace(
                                                "{\n    @Override",
                                                "{\n    public BadModule() { throw new IllegalStateException(\"No ink.\"); }\n    @Override")),
                        "The constructor of Module-Class bad.BadModule fails: No ink. (IllegalStateException)."),
                Situation.fails(
                        "a module class whose static initializer throws",
                        BadOffice.pack()
                                .java(BadOffice.MODULE.replace(
                                        "{\n    @Override",
                                        "{\n    static final int X = Integer.parseInt(\"ten\");\n    @Override")),
                        "The static initializer of class bad.BadModule fails: For input string: \"ten\""
                                + " (NumberFormatException)."),
                Situation.fails(
                        "a declaration that throws",
                        BadOffice.declaring("if (one == 1) throw new IllegalArgumentException(\"No stamp\");"),
                        "No stamp (IllegalArgumentException)."),
                Situation.fails(
                        "a declaration without end",
                        BadOffice.declaring("if (one == 1) declare(module);"),
                        "The module's code calls itself without end in bad.BadModule.declare; correct it."),
                Situation.fails(
                        "a declaration that takes all memory",
                        BadOffice.declaring("long[] all = new long[Integer.MAX_VALUE];"),
                        "The module needs more memory to start than the server has"),
                Situation.fails(
                        "a class of the kernel",
                        BadOffice.declaring("module.title(org.muniflow.kernel.spi.Modules.class.getName());"),
                        "Class org.muniflow.kernel.spi.Modules is neither in the module's jar nor exposed to modules"),
                Situation.fails(
                        "a class that the jar lacks",
                        folder -> BrokenJar.lacking(
                                BadOffice.with("final class Spare { Spare(Gone gone) {} }\nfinal class Gone {}")
                                        .into(folder),
                                "bad/Gone.class"),
                        "Class bad.Gone is neither in the module's jar nor exposed to modules"),
                Situation.fails(
                        "a class for a newer Java",
                        folder -> BrokenJar.changed(BadOffice.pack().into(folder), "bad/FormComplete.class", bytes -> {
                            bytes[7] = 99;
                            return bytes;
                        }),
                        "A class is compiled for a newer Java (bad.FormComplete has been compiled by a more recent version",
                        "compile the module with --release 17."),
                Situation.fails(
                        "a class that is none",
                        folder -> BrokenJar.changed(
                                BadOffice.pack().into(folder), "bad/FormComplete.class", bytes -> bytes("no class")),
                        "A class of the jar is damaged (Incompatible magic value",
                        "build the module again."));
    }

    static Stream<Situation> components() {
        return Stream.of(
                Situation.fails(
                        "a component whose constructor throws",
                        BadOffice.with(
                                "final class Spare { Spare() { throw new IllegalStateException(\"No ink.\"); } }"),
                        "The constructor of component bad.Spare fails: No ink. (IllegalStateException)."),
                Situation.fails(
                        "a component whose static initializer throws",
                        BadOffice.with("final class Spare { static final int X = Integer.parseInt(\"ten\"); }"),
                        "The static initializer of class bad.Spare fails: For input string: \"ten\""),
                Situation.fails(
                        "a component that needs what is not there",
                        BadOffice.with("final class Spare { Spare(Runnable run) {} }"),
                        "Component bad.Spare needs java.lang.Runnable, of which there is none among the module's components"),
                Situation.fails(
                        "a component that needs one of several",
                        BadOffice.with(
                                "final class One implements Runnable { public void run() {} }",
                                "final class Two implements Runnable { public void run() {} }",
                                "final class Spare { Spare(Runnable run) {} }"),
                        "Component bad.Spare needs java.lang.Runnable, of which there are several"),
                Situation.fails(
                        "components in a circle",
                        BadOffice.with("final class One { One(Two two) {} }", "final class Two { Two(One one) {} }"),
                        "needs itself by way of others; break the circle."),
                Situation.fails(
                        "a component that calls itself without end",
                        BadOffice.with("final class Spare { Spare() { new Spare(); } }"),
                        "The module's code calls itself without end in bad.Spare.<init>; correct it."),
                Situation.fails(
                        "a delegate whose record no variable can hold",
                        BadOffice.with("""
                                import org.muniflow.api.delegate.*;
                                final class Wrong implements Delegate<Wrong.In, Nothing> {
                                    record In(Object anything) {}
                                    @Override public Nothing execute(In in, CaseContext context) { return Nothing.NOTHING; }
                                }
                                """),
                        "Class bad.Wrong is a delegate or guard without @Offered"),
                Situation.fails(
                        "a delegate that is not declared",
                        BadOffice.pack().java(BadOffice.MODULE.replace(", FormComplete.class", "")),
                        "'formComplete' is @Offered but not among the declared components; declare it."));
    }

    static Stream<Situation> contents() {
        return Stream.of(
                Situation.fails(
                        "a migration that fails",
                        BadOffice.pack()
                                .file(
                                        "db/migration/V1__weighing.sql",
                                        "create table bad_office.a (x integer);\ncreate nonsense;"),
                        "Migration V1__weighing.sql fails in line 2: "),
                Situation.fails(
                        "models with several faults",
                        BadOffice.pack()
                                .file(
                                        "bpmn/bad.bpmn",
                                        PermitModule.BPMN
                                                .replace("id=\"permit\"", "id=\"bad\"")
                                                .replace("${weighApplication}", "${somebodyElse}")
                                                .replace("camunda:historyTimeToLive=\"P365D\"", "")),
                        "bad.bpmn: 'serviceTask_weighApplication': ",
                        "somebodyElse",
                        "bad.bpmn: 'bad': "),
                Situation.fails(
                        "a model that is no XML", BadOffice.pack().file("bpmn/bad.bpmn", "<definitions"), "bad.bpmn: "),
                Situation.fails(
                        "a model without its process",
                        BadOffice.pack().file("bpmn/bad.bpmn", PermitModule.BPMN),
                        "permit"),
                Situation.fails(
                        "a module that a part of the platform refuses",
                        BadOffice.pack().file("letters/unwanted.html", "<p>"),
                        "Nobody wants it."),
                Situation.fails(
                        "a module whose start a part of the platform cannot complete",
                        BadOffice.pack().file("letters/unlucky.html", "<p>"),
                        "No luck today."));
    }

    static Stream<Situation> hanging() {
        String forever = "new java.util.concurrent.CountDownLatch(1).await();";
        return Stream.of(
                Situation.fails(
                        "a component whose constructor hangs",
                        BadOffice.with("final class Slow { Slow() throws Exception { " + forever + " } }"),
                        "It did not start within 3.0 seconds; it hung in the constructor of bad.Slow."),
                Situation.fails(
                        "a component whose constructor hangs whatever interrupts it",
                        BadOffice.with("final class Deaf { Deaf() { sleep(); }"
                                + " private void sleep() { while (true) { try { " + forever
                                + " } catch (InterruptedException again) { } } } }"),
                        "it hung in bad.Deaf.sleep.",
                        "Its code cannot be stopped: correct it, and restart this node."),
                Situation.fails(
                        "a declaration that hangs",
                        BadOffice.declaring(
                                "while (one == 1 && !Thread.currentThread().isInterrupted()) { Thread.onSpinWait(); }"),
                        "it hung in bad.BadModule.declare."));
    }

    private static Path text(Path folder, String text) {
        try {
            return Files.writeString(folder.resolve("note.jar"), text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Configuration(proxyBeanMethods = false)
    static class Doorkeeper {

        @Bean
        ModuleListener doorkeeper() {
            return new ModuleListener() {
                @Override
                public void check(ActiveModule module, Consumer<String> problems) {
                    if (module.resource("letters/unwanted.html").isPresent()) {
                        problems.accept("Nobody wants it.");
                    }
                }

                @Override
                public void started(ActiveModule module) {
                    if (module.resource("letters/unlucky.html").isPresent()) {
                        throw new IllegalStateException("No luck today.");
                    }
                }
            };
        }
    }
}
