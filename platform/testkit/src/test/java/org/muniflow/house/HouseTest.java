package org.muniflow.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The house: who may depend on whom, and what stays behind which door. */
@AnalyzeClasses(packages = "org.muniflow", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {

    @ArchTest
    static final ArchRule dependencies_point_one_way = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("org.muniflow..")
            .layer("api")
            .definedBy("org.muniflow.api..")
            .layer("kernel")
            .definedBy("org.muniflow.kernel..")
            .layer("casework")
            .definedBy("org.muniflow.casework..")
            .layer("portal")
            .definedBy("org.muniflow.portal..")
            .layer("server")
            .definedBy("org.muniflow.server..")
            .layer("testkit")
            .definedBy("org.muniflow.testkit..")
            .whereLayer("testkit")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("server")
            .mayOnlyBeAccessedByLayers("testkit")
            .whereLayer("portal")
            .mayOnlyBeAccessedByLayers("server", "testkit")
            .whereLayer("casework")
            .mayOnlyBeAccessedByLayers("portal", "server", "testkit")
            .whereLayer("kernel")
            .mayOnlyBeAccessedByLayers("casework", "portal", "server", "testkit")
            .because("what points back cannot be replaced alone");

    @ArchTest
    static final ArchRule the_kernel_is_used_through_its_spi = noClasses()
            .that()
            .resideInAnyPackage("org.muniflow.casework..", "org.muniflow.portal..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.muniflow.kernel.engine..", "org.muniflow.kernel.modules..", "org.muniflow.kernel.delegates..")
            .because("casework and portal get what they need of the engine's inside from kernel.spi");

    @ArchTest
    static final ArchRule the_engine_s_inside_is_touched_in_one_package = noClasses()
            .that()
            .resideOutsideOfPackage("org.muniflow.kernel.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda.bpm.engine.impl..")
            .because("the move to another engine of the family must stay mechanical");

    @ArchTest
    static final ArchRule the_api_knows_no_engine = noClasses()
            .that()
            .resideInAPackage("org.muniflow.api..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.camunda..", "org.pf4j..")
            .because("modules are written against the contract only");

    @ArchTest
    static final ArchRule time_comes_from_one_clock = noClasses()
            .should()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callConstructor(Date.class)
            .because("legal dates are computed from the injected clock");

    @ArchTest
    static final ArchRule rows_are_read_as_lists = noClasses()
            .should()
            .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
            .because("a stream of rows that nobody closes keeps its connection, and thirty of them stop the city");

    @ArchTest
    static final ArchRule nothing_is_named_after_nothing = classes()
            .that()
            .resideInAPackage("org.muniflow..")
            .should()
            .resideOutsideOfPackages("..util..", "..common..", "..impl..", "..manager..", "..helpers..", "..misc..")
            .because("a name says what a thing is for");
}
