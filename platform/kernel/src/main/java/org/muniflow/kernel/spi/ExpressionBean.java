package org.muniflow.kernel.spi;

/**
 * A bean of the platform made for expressions in models, for example {@code ${clocks.due('C-105', receivedOn)}}. Every
 * public method of it can be called by every model: keep it small and free of side effects. Implement this as a Spring
 * bean in a public class.
 */
public interface ExpressionBean {

    /**
     * Returns the name under which expressions see the bean.
     *
     * @return the name, for example {@code clocks}
     */
    String expressionName();
}
