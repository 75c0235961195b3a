package org.muniflow.civilrights.certification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muniflow.api.law.DecisionTables;
import org.muniflow.api.law.Rule;
import org.muniflow.api.module.Declaration;
import org.muniflow.civilrights.law.FixedLaw;
import org.muniflow.civilrights.law.ModelTables;

class RulesOfTheModuleTest {

    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.muniflow.civilrights");

    @Test
    void everyRuleHasACitationOfTheCodeAndAnIdOfItsOwn() {
        List<Rule<?, ?>> rules = rules();
        assertThat(rules).hasSizeGreaterThan(45);
        assertThat(rules).extracting(Rule::id).doesNotHaveDuplicates().allMatch(id -> id.matches("R-[23]\\d\\d"));
        assertThat(rules).allSatisfy(rule -> {
            assertThat(rule.cites().source()).isEqualTo("KCMO Code");
            assertThat(rule.cites().section()).matches("3-4(21|61)");
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
        assertThat(rules()).hasSize((int) inSources);
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

    private static List<Rule<?, ?>> rules() {
        List<Rule<?, ?>> rules = new ArrayList<>();
        new CertificationRules().declare((Declaration) java.lang.reflect.Proxy.newProxyInstance(
                RulesOfTheModuleTest.class.getClassLoader(),
                new Class<?>[] {Declaration.class},
                (proxy, method, arguments) -> {
                    for (Class<?> type : (Class<?>[]) arguments[0]) {
                        rules.add(make(type));
                    }
                    return proxy;
                }));
        return rules;
    }

    private static Rule<?, ?> make(Class<?> type) throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        Object[] law = Arrays.stream(constructor.getParameterTypes())
                .map(needed -> needed == DecisionTables.class ? ModelTables.OF_THE_MODULE : FixedLaw.LAW)
                .toArray();
        return (Rule<?, ?>) constructor.newInstance(law);
    }
}
