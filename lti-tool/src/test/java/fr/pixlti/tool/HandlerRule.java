package fr.pixlti.tool;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import fr.pixlti.tool.shared.CurrentOperator;
import fr.pixlti.tool.shared.CurrentPerson;
import fr.pixlti.tool.shell.PublicPaths;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Every handler says who may call it: it takes the {@link CurrentPerson}, below {@code /admin} the
 * {@link CurrentOperator}, or its path is one that the shell opens to everybody. The demo LMS has people of its own and nothing of the tool's, so its paths need only be its own.
 */
final class HandlerRule {

    private static final List<PathPattern> PUBLIC = Stream
            .concat(PublicPaths.patterns().stream(), Stream.of("/demo/**"))
            .map(PathPatternParser.defaultInstance::parse).toList();

    private HandlerRule() {}

    static ArchRule handlersSayWhoMayCallThem(String base) {
        return methods().that().areDeclaredInClassesThat().resideInAPackage(base + "..").and()
                .areDeclaredInClassesThat().areMetaAnnotatedWith(Controller.class).and()
                .areMetaAnnotatedWith(RequestMapping.class).should(new ArchCondition<>(
                        "take the CurrentPerson, below /admin the CurrentOperator, or have a public path") {

                    @Override
                    public void check(JavaMethod handler, ConditionEvents events) {
                        List<String> closed = paths(handler.reflect()).filter(path -> !open(path)).toList();
                        boolean console = closed.stream().allMatch(path -> (path + "/").startsWith("/admin/"));
                        Class<?> caller = console ? CurrentOperator.class : CurrentPerson.class;
                        boolean asks = handler.getRawParameterTypes().stream()
                                .anyMatch(type -> type.isEquivalentTo(caller));
                        events.add(new SimpleConditionEvent(handler, asks || closed.isEmpty(),
                                handler.getFullName() + " takes no " + caller.getSimpleName() + ", and not public is "
                                        + closed));
                    }
                });
    }

    private static Stream<String> paths(Method handler) {
        List<String> roots = declared(AnnotatedElementUtils.findMergedAnnotation(handler.getDeclaringClass(),
                RequestMapping.class));
        List<String> ends = declared(AnnotatedElementUtils.findMergedAnnotation(handler, RequestMapping.class));
        return roots.stream().flatMap(root -> ends.stream().map(end -> root + end));
    }

    private static List<String> declared(@org.jspecify.annotations.Nullable RequestMapping mapping) {
        return mapping == null || mapping.path().length == 0 ? List.of("") : List.of(mapping.path());
    }

    private static boolean open(String path) {
        return PUBLIC.stream().anyMatch(pattern -> pattern.matches(PathContainer.parsePath(path)));
    }
}
