package org.muniflow.api.delegate;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Offers a {@link Delegate} or {@link TaskGuard} to models as {@code ${name}}, and enters it in the module's catalogue
 * ({@code META-INF/muniflow/catalogue.json}) with its documentation, types and citation.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Offered {

    /**
     * What it does, verb first, in the words of the ordinance: {@code Record denial}.
     *
     * @return the title
     */
    String title();

    /**
     * The section of law it carries out; empty for a purely technical step.
     *
     * @return the citation; several separated by {@code ";"}
     */
    String cites() default "";

    /**
     * The name under which models call it; by default the class name with a small first letter.
     *
     * @return the name
     */
    String name() default "";
}
