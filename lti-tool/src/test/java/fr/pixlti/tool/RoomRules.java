package fr.pixlti.tool;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMembers;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** What DESIGN §4 says of the inside of rooms; functions of the base package, so that planted rooms can break them. */
final class RoomRules {

    private static final String SCHEMA = "fr.pixlti.schema..";
    private static final int SHARED_TYPES = 20;
    private static final Set<String> CLOCKS_AND_DICE = Set.of("now", "currentTimeMillis", "nanoTime", "random",
            "randomUUID");

    private RoomRules() {}

    static ArchRule domainKnowsNoTechnology(String base) {
        return noClasses().that().resideInAPackage(base + "..domain..").should().dependOnClassesThat()
                .resideInAnyPackage("jakarta.servlet..", "org.springframework.web..", "org.springframework.http..",
                        "org.springframework.security..", "org.springframework.ui..", "org.thymeleaf..", "org.jooq..",
                        SCHEMA);
    }

    static ArchRule onlyStoresKnowTheSchema(String base) {
        return noClasses().that().resideInAPackage(base + "..").and().resideOutsideOfPackage(base + "..store..")
                .should().dependOnClassesThat().resideInAPackage(SCHEMA);
    }

    static ArchRule storeAndWebAreHidden(String base) {
        return classes().that().resideInAnyPackage(base + "..store..", base + "..web..").and().areTopLevelClasses()
                .should().notBePublic();
    }

    static ArchRule engineKnowsOnlyContent(String base) {
        String engine = base + ".assessment.domain.engine..";
        return classes().that().resideInAPackage(engine).should().onlyDependOnClassesThat(
                resideInAnyPackage("java..", "org.jspecify..", base + ".content", engine));
    }

    static ArchRule engineAsksNoClockAndThrowsNoDice(String base) {
        DescribedPredicate<JavaClass> sources = resideInAPackage("java..").and(DescribedPredicate.describe(
                "clocks and dice", type -> Set.of("Clock", "SecureRandom", "ThreadLocalRandom")
                        .contains(type.getSimpleName())));
        DescribedPredicate<JavaCall<?>> asks = DescribedPredicate.describe("ask a clock or throw dice",
                call -> asks(call.getTarget()));
        return noClasses().that().resideInAPackage(base + ".assessment.domain.engine..").should()
                .dependOnClassesThat(sources).orShould().callCodeUnitWhere(asks);
    }

    private static boolean asks(CodeUnitCallTarget target) {
        boolean unseeded = target.getOwner().getSimpleName().endsWith("Random")
                && target.getName().equals("<init>") && target.getRawParameterTypes().isEmpty();
        return unseeded
                || target.getOwner().getPackageName().startsWith("java.") && CLOCKS_AND_DICE.contains(target.getName());
    }

    static ArchRule sharedIsSmall(String base) {
        return classes().that().resideInAPackage(base + ".shared..").and().areTopLevelClasses()
                .and().doNotHaveSimpleName("package-info").should(beAtMost(SHARED_TYPES));
    }

    static ArchRule sharedKnowsNoRoom(String base) {
        return noClasses().that().resideInAPackage(base + ".shared..").should()
                .dependOnClassesThat(resideInAPackage(base + "..")
                        .and(DescribedPredicate.not(resideInAPackage(base + ".shared.."))));
    }

    static ArchRule demoKnowsNoRoom(String base) {
        return noClasses().that().resideInAPackage(base + ".demo..").should()
                .dependOnClassesThat(resideInAPackage(base + "..")
                        .and(DescribedPredicate.not(resideInAnyPackage(base + ".demo..", base + ".shared.."))));
    }

    static ArchRule eventsAreRecords(String base) {
        return classes().that().resideInAPackage(base + "..events..").and().areTopLevelClasses()
                .and().doNotHaveSimpleName("package-info").should().beRecords();
    }

    static ArchRule namesSaySomething(String base) {
        return noClasses().that().resideInAPackage(base + "..").should()
                .haveNameMatching(".*(Impl|Manager|Utils?|Helper)$");
    }

    static ArchRule settingsAreRecords(String base) {
        DescribedPredicate<JavaMember> reads = DescribedPredicate.describe("read a setting by @Value",
                member -> member.isAnnotatedWith(Value.class) || member instanceof JavaCodeUnit unit
                        && unit.getParameters().stream().anyMatch(each -> each.isAnnotatedWith(Value.class)));
        return noMembers().that().areDeclaredInClassesThat().resideInAPackage(base + "..").should(be(reads));
    }

    static ArchRule collaboratorsComeByConstructor(String base) {
        return members().that().areDeclaredInClassesThat().resideInAPackage(base + "..")
                .and(DescribedPredicate.not(DescribedPredicate.describe("are constructors",
                        member -> member.getName().equals("<init>"))))
                .should().notBeAnnotatedWith(Autowired.class).andShould().notBeAnnotatedWith("jakarta.inject.Inject")
                .andShould().notBeAnnotatedWith("jakarta.annotation.Resource");
    }

    /** Where a package does not say so, the compiler does not look for null. */
    static ArchRule packagesSayWhatNullMeans(String base) {
        return classes().that().resideInAPackage(base + "..").should(
                new ArchCondition<>("reside in a package that is @NullMarked") {

                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                        events.add(
                                new SimpleConditionEvent(type, marked, type.getName() + " is not in a marked package"));
                    }
                });
    }

    private static ArchCondition<JavaClass> beAtMost(int most) {
        return new ArchCondition<>("be at most " + most) {

            private int count;

            @Override
            public void init(Collection<JavaClass> all) {
                count = all.size();
            }

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                events.add(new SimpleConditionEvent(type, count <= most, type.getName() + " is one of " + count));
            }
        };
    }
}
