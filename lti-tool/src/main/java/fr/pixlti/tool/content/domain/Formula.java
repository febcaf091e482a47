package fr.pixlti.tool.content.domain;

import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.expression.MapAccessor;
import org.springframework.expression.EvaluationContext;
import org.springframework.expression.Expression;
import org.springframework.expression.ExpressionException;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.SimpleEvaluationContext;

/**
 * A formula over parameters, in the Spring expression language without its access to types, beans and methods:
 * arithmetic, comparisons, {@code a ? b : c}, texts, and {@code #min}, {@code #max}, {@code #floor}, {@code #ceil},
 * {@code #abs}, {@code #pow} of numbers. Numbers are computed as {@code double} and kept to 12 significant digits.
 */
final class Formula {

    private static final SpelExpressionParser PARSER = new SpelExpressionParser();
    private static final int LONGEST = 300;
    private static final MathContext DIGITS = new MathContext(12);
    private static final Map<String, Method> FUNCTIONS = functions();

    private final Entries entries;
    private final String key;
    private final @Nullable Expression expression;

    private Formula(Entries entries, String key, @Nullable Expression expression) {
        this.entries = entries;
        this.key = key;
        this.expression = expression;
    }

    static Formula of(Entries entries, String key) {
        String text = entries.text(key, LONGEST);
        if (text.isBlank() || text.length() > LONGEST) {
            return new Formula(entries, key, null);
        }
        try {
            return new Formula(entries, key, PARSER.parseExpression(text));
        } catch (ExpressionException e) {
            entries.fault(key, "no formula: " + e.getSimpleMessage());
            return new Formula(entries, key, null);
        }
    }

    /** A number, a text or a truth value; empty, with a fault noted, when it cannot be computed. */
    Optional<Object> value(Map<String, Parameters.Value> parameters) {
        if (expression == null) {
            return Optional.empty();
        }
        Map<String, Object> root = HashMap.newHashMap(parameters.size());
        parameters.forEach((name, value) -> root.put(name,
                value.value() instanceof BigDecimal number ? number.doubleValue() : value.value()));
        EvaluationContext context = SimpleEvaluationContext.forPropertyAccessors(new MapAccessor(false))
                .withAssignmentDisabled().withRootObject(root).build();
        FUNCTIONS.forEach(context::setVariable);
        try {
            return Optional.ofNullable(expression.getValue(context)).map(this::checked);
        } catch (ExpressionException | ArithmeticException e) {
            entries.fault(key, "with " + parameters + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private @Nullable Object checked(Object result) {
        if (result instanceof Boolean || result instanceof String text && text.length() <= Parameters.LONGEST_TEXT) {
            return result;
        }
        if (!(result instanceof Number number)) {
            entries.fault(key, "the result is neither a number nor a short text");
            return null;
        }
        if (!Double.isFinite(number.doubleValue())) {
            entries.fault(key, "the result is no number: something was divided by zero");
            return null;
        }
        return new BigDecimal(number.toString()).round(DIGITS);
    }

    private static Map<String, Method> functions() {
        try {
            return Map.of("min", Math.class.getMethod("min", double.class, double.class), "max",
                    Math.class.getMethod("max", double.class, double.class), "floor",
                    Math.class.getMethod("floor", double.class), "ceil", Math.class.getMethod("ceil", double.class),
                    "abs", Math.class.getMethod("abs", double.class), "pow",
                    Math.class.getMethod("pow", double.class, double.class));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("Every Java platform has these", e);
        }
    }
}
