package org.muniflow.kernel.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.muniflow.kernel.KernelCity;
import org.muniflow.kernel.ModulePack;
import org.muniflow.kernel.PermitModule;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.ModuleListener;
import org.muniflow.kernel.spi.ModuleRefused;
import org.muniflow.kernel.spi.ModuleState.State;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadJarsTest {

    @TempDir
    Path folder;

    private KernelCity city;

    @BeforeAll
    void boot() {
        city = KernelCity.fresh(Doorkeeper.class);
    }

    @AfterAll
    void close() {
        city.close();
    }

    @Test
    void aFileThatIsNoJarIsRefused() throws IOException {
        Path jar = Files.writeString(folder.resolve("note.jar"), "not a zip");
        refused(jar).hasMessageContaining("note.jar is refused: The file is not a readable jar");
    }

    @Test
    void aManifestIsRefusedWithAllItsProblemsAtOnce() {
        refused(PermitModule.pack()
                        .without("Module-Class")
                        .without("Provide-Process")
                        .manifest("Plugin-Version", "one")
                        .manifest("Plugin-Requires", ">=2.0.0"))
                .hasMessageContaining("The manifest lacks the attribute Module-Class.")
                .hasMessageContaining("The manifest lacks the attribute Provide-Process.")
                .hasMessageContaining("Plugin-Version 'one' is no semantic version such as '1.0.0'.")
                .hasMessageContaining("The module requires platform API >=2.0.0, this platform has 1.0.0;");
        refused(PermitModule.pack().manifest("Plugin-Requires", "the newest"))
                .hasMessageContaining("Plugin-Requires 'the newest' is no range such as '>=1.0.0 & <2.0.0'.");
        refused(PermitModule.pack().manifest("Plugin-Id", "Permit Office"))
                .hasMessageContaining("Plugin-Id 'Permit Office' is no name in kebab-case");
    }

    @Test
    void aModuleClassMustBeThere() {
        refused(PermitModule.pack().manifest("Module-Class", "permits.Nothing"))
                .hasMessageContaining("Module-Class permits.Nothing is no public class");
    }

    @Test
    void manifestDeclarationAndFilesMustAgree() {
        refused(PermitModule.pack().manifest("Provide-Process", "permit, license"))
                .hasMessageContaining("Provide-Process names [license, permit], the module declares [permit]");
    }

    @Test
    void aDelegateWhoseRecordNoVariableCanHoldIsRefused() {
        refused(PermitModule.pack()
                        .java("""
                                package permits;
                                import org.muniflow.api.delegate.*;
                                final class Wrong implements Delegate<Wrong.In, Nothing> {
                                    record In(Object anything) {}
                                    @Override public Nothing execute(In in, CaseContext context) {
                                        return Nothing.NOTHING;
                                    }
                                }
                                """)
                        .manifest("Module-Class", "permits.WrongModule")
                        .java("""
                                package permits;
                                import org.muniflow.api.module.*;
                                public final class WrongModule implements DepartmentModule {
                                    @Override public void declare(Declaration module) {
                                        module.process(new ProcessDeclaration("permit", "PRM", "Permit", null, null))
                                            .components(Wrong.class);
                                    }
                                }
                                """))
                .hasMessageContaining("permits.Wrong is a delegate or guard without @Offered")
                .hasMessageContaining("'formComplete' is @Offered but not among the declared components");
    }

    @Test
    void aModuleThatReachesForTheKernelDoesNotStart() {
        refused(PermitModule.pack().manifest("Module-Class", "permits.Reaching").java("""
                                package permits;
                                import org.muniflow.api.module.*;
                                public final class Reaching implements DepartmentModule {
                                    @Override public void declare(Declaration module) {
                                        module.title(org.muniflow.kernel.spi.Modules.class.getName());
                                    }
                                }
                                """))
                .hasMessageContaining(
                        "Class org.muniflow.kernel.spi.Modules is neither in the module's jar nor exposed");
    }

    @Test
    void aListenerMayRefuseAModuleBeforeItsModelsAreDeployed() {
        refused(PermitModule.pack()
                        .manifest("Plugin-Id", "unwanted-office")
                        .file("db/migration/V1__weighing.sql", "create table unwanted_office.weighing (id integer);"))
                .hasMessageContaining("unwanted-office@1.0.0 is refused: Nobody wants it.");
        assertThat(city.engine()
                        .getRepositoryService()
                        .createDeploymentQuery()
                        .deploymentName("unwanted-office@1.0.0")
                        .count())
                .isZero();
        assertThat(city.modules().active()).isEmpty();
    }

    @Test
    void aModuleWhoseStartAListenerCannotCompleteIsTakenDownAgain() {
        refused(PermitModule.pack()
                        .manifest("Plugin-Id", "unlucky-office")
                        .file("db/migration/V1__weighing.sql", "create table unlucky_office.weighing (id integer);"))
                .hasMessageContaining("unlucky-office@1.0.0 is refused: No luck today.");
        assertThat(city.modules().active()).isEmpty();
        assertThat(city.modules().states())
                .filteredOn(state -> state.name().equals("unlucky-office"))
                .singleElement()
                .satisfies(state -> {
                    assertThat(state.state()).isEqualTo(State.FAILED);
                    assertThat(state.reason()).isEqualTo("No luck today.");
                });
        assertThat(city.engine()
                        .getRepositoryService()
                        .createDeploymentQuery()
                        .deploymentName("unlucky-office@1.0.0")
                        .count())
                .isZero();
        assertThat(city.jdbc()
                        .sql("select count(*) from muniflow.module_deployment where name = 'unlucky-office'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private AbstractThrowableAssert<?, ?> refused(ModulePack pack) {
        return refused(pack.into(folder));
    }

    private AbstractThrowableAssert<?, ?> refused(Path jar) {
        return assertThatThrownBy(() -> city.install(jar)).isInstanceOf(ModuleRefused.class);
    }

    @Configuration(proxyBeanMethods = false)
    static class Doorkeeper {

        @Bean
        ModuleListener doorkeeper() {
            return new ModuleListener() {
                @Override
                public void check(ActiveModule module, Consumer<String> problems) {
                    if (module.name().equals("unwanted-office")) {
                        problems.accept("Nobody wants it.");
                    }
                }

                @Override
                public void started(ActiveModule module) {
                    if (module.name().equals("unlucky-office")) {
                        throw new IllegalStateException("No luck today.");
                    }
                }
            };
        }
    }
}
