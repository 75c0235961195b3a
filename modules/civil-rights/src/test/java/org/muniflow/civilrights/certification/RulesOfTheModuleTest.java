package org.muniflow.civilrights.certification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muniflow.api.law.Rule;
import org.muniflow.civilrights.law.DeclaredRules;

class RulesOfTheModuleTest {

    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.muniflow.civilrights");

    @Test
    void everyRuleHasACitationOfTheCodeAndAnIdOfItsOwn() {
        List<Rule<?, ?>> rules = DeclaredRules.all();
        assertThat(rules).hasSizeGreaterThan(45);
        assertThat(rules).extracting(Rule::id).doesNotHaveDuplicates().allMatch(id -> id.matches("R-[123]\\d\\d"));
        assertThat(rules).allSatisfy(rule -> {
            assertThat(rule.cites().source()).isEqualTo("KCMO Code");
            assertThat(rule.cites().section()).matches("3-4(01|21|61)");
            assertThat(rule.title()).endsWith("?");
            assertThat(rule.input().isRecord()).isTrue();
        });
    }

    @Test
    void everyRuleInTheSourcesIsDeclared() {
        long inSources = MODULE.stream()
                .filter(type -> type.isAssignableTo(Rule.class))
                .filter(type -> !type.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT))
                .count();
        assertThat(DeclaredRules.all()).hasSize((int) inSources);
    }

    @Test
    void rulesKnowNeitherSpringNorTheEngineNorTheDatabase() {
        noClasses()
                .that()
                .areAssignableTo(Rule.class)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "org.camunda..",
                        "org.pf4j..",
                        "java.sql..",
                        "org.muniflow.civilrights.table..")
                .because("the law is a pure function of its facts")
                .check(MODULE);
    }

    @Test
    void theModuleKnowsNeitherEngineNorPluginRuntime() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.camunda..", "org.pf4j..")
                .check(MODULE);
    }

    @Test
    void rulesAreFinal() {
        classes()
                .that()
                .areAssignableTo(Rule.class)
                .and()
                .doNotHaveModifier(com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT)
                .should()
                .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
                .check(MODULE);
    }
}
