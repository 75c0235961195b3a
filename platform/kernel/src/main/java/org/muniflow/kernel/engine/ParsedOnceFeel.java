package org.muniflow.kernel.engine;

import camundajar.impl.scala.util.Either;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelEngineFactory;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.feel.FeelEngine$;
import org.camunda.feel.FeelEngine.Failure;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.valuemapper.ValueMapper.CompositeValueMapper;

/**
 * Makes FEEL engines that parse each expression once. The engine's own parses every cell again on every evaluation,
 * which costs forty times as much. Parsed expressions hold no values and are shared.
 */
final class ParsedOnceFeel implements FeelEngineFactory {

    /** More distinct cells than any city's tables have; beyond it the memory is worth more than the time. */
    private static final int LIMIT = 50_000;

    @Override
    public FeelEngine createInstance() {
        return new CachingEngine();
    }

    private static final class CachingEngine extends ScalaFeelEngine {

        private CachingEngine() {
            super(List.of());
        }

        @Override
        protected org.camunda.feel.FeelEngine buildFeelEngine(
                CustomFunctionTransformer functions, CompositeValueMapper values) {
            return new CachingParser(functions, values);
        }
    }

    /** The parser with its memory. */
    static final class CachingParser extends org.camunda.feel.FeelEngine {

        private final Map<String, Either<Failure, ParsedExpression>> expressions = new ConcurrentHashMap<>();
        private final Map<String, Either<Failure, ParsedExpression>> unaryTests = new ConcurrentHashMap<>();

        CachingParser(CustomFunctionTransformer functions, CompositeValueMapper values) {
            super(functions, values, FeelEngine$.MODULE$.defaultConfiguration(), FeelEngine$.MODULE$.defaultClock());
        }

        @Override
        public Either<Failure, ParsedExpression> parseExpression(String text) {
            return once(expressions, text, super::parseExpression);
        }

        @Override
        public Either<Failure, ParsedExpression> parseUnaryTests(String text) {
            return once(unaryTests, text, super::parseUnaryTests);
        }

        private static Either<Failure, ParsedExpression> once(
                Map<String, Either<Failure, ParsedExpression>> memory,
                String text,
                Function<String, Either<Failure, ParsedExpression>> parse) {
            Either<Failure, ParsedExpression> known = memory.get(text);
            if (known != null) {
                return known;
            }
            if (memory.size() >= LIMIT) {
                memory.clear();
            }
            Either<Failure, ParsedExpression> parsed = parse.apply(text);
            memory.put(text, parsed);
            return parsed;
        }
    }
}
