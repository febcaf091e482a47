package fr.pixlti.tool.journey;

import fr.pixlti.tool.testing.PlatformDouble;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link PlatformDouble} and a {@link Tool} registered with it. Both are started once for all classes, so
 * tests bring people and activities of their own.
 */
final class Journey implements ParameterResolver {

    private record Both(PlatformDouble lms, Tool tool) implements AutoCloseable {

        static Both start() {
            PlatformDouble lms = PlatformDouble.start();
            return new Both(lms, Tool.start(lms));
        }

        @Override
        public void close() {
            tool.close();
            lms.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        return type == PlatformDouble.class || type == Tool.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Both both = test.getRoot().getStore(ExtensionContext.Namespace.create(Journey.class))
                .computeIfAbsent(Both.class, key -> Both.start(), Both.class);
        return parameter.getParameter().getType() == Tool.class ? both.tool : both.lms;
    }
}
