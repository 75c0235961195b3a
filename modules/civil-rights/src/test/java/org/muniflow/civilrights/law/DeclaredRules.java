package org.muniflow.civilrights.law;

import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.muniflow.api.casework.Delegations;
import org.muniflow.api.law.DecisionTables;
import org.muniflow.api.law.Rule;
import org.muniflow.api.module.Declaration;
import org.muniflow.civilrights.Books;
import org.muniflow.civilrights.certification.CertificationRules;
import org.muniflow.civilrights.presence.MetropolitanArea;

/** The rules that the module declares, made with the law of its own tables. */
public final class DeclaredRules {

    private DeclaredRules() {}

    /**
     * Makes every declared rule.
     *
     * @return the rules in the order of their declaration
     */
    public static List<Rule<?, ?>> all() {
        List<Rule<?, ?>> rules = new ArrayList<>();
        new CertificationRules().declare((Declaration) Proxy.newProxyInstance(
                DeclaredRules.class.getClassLoader(),
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
                .map(DeclaredRules::given)
                .toArray();
        return (Rule<?, ?>) constructor.newInstance(law);
    }

    private static Object given(Class<?> needed) {
        if (needed == DecisionTables.class) {
            return ModelTables.OF_THE_MODULE;
        }
        if (needed == MetropolitanArea.class) {
            return new Books().reference;
        }
        if (needed == Delegations.class) {
            return (Delegations) (person, team, process, task, on) -> Optional.empty();
        }
        return FixedLaw.LAW;
    }
}
