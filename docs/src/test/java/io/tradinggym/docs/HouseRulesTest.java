package io.tradinggym.docs;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.InstanceofCheck;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Randomness and time are handed in, numbers have the same bits everywhere, packages say what null means. */
class HouseRulesTest {
  /** Sources of numbers that no seed governs. */
  private static final Set<String> CHANCE =
      Set.of(
          "java.lang.Math.random",
          "java.util.Random.<init>",
          "java.util.SplittableRandom.<init>",
          "java.security.SecureRandom.<init>",
          "java.util.concurrent.ThreadLocalRandom.current",
          "java.util.UUID.randomUUID",
          "java.util.Collections.shuffle",
          "java.util.random.RandomGenerator.getDefault",
          "java.util.random.RandomGenerator.of",
          "java.util.random.RandomGeneratorFactory.of");

  /** Last parts of the bits of these depend on the platform; StrictMath and arithmetic of our own do not. */
  private static final Set<String> INEXACT =
      Set.of(
          "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp",
          "expm1", "log", "log10", "log1p", "pow", "cbrt", "hypot");

  /** Where numbers become observations, rewards, fills or parameters. */
  private static final String[] SAME_BITS_EVERYWHERE = {
    "io.tradinggym.api..",
    "io.tradinggym.market..",
    "io.tradinggym.reward..",
    "io.tradinggym.trading..",
    "io.tradinggym.stocks..",
    "io.tradinggym.crypto..",
    "io.tradinggym.agents..",
    "io.tradinggym.allocator..",
    "io.tradinggym.specialists.."
  };

  /** Shows how fast something goes; nothing that is computed depends on it. */
  private static final DescribedPredicate<JavaClass> MEASURES_SPEED =
      describe(
          "measures speed",
          type ->
              type.getName().equals("io.tradinggym.agents.train.Progress")
                  || type.getPackageName().startsWith("io.tradinggym.experiments.bench")
                  || type.getPackageName().startsWith("io.tradinggym.experiments.cli")
                  || type.getName().startsWith("io.tradinggym.experiments.spark.Drill")
                  || type.getPackageName().startsWith("io.tradinggym.benchmarks"));

  private static String called(JavaAccess<?> access) {
    return access.getTargetOwner().getName() + "." + access.getTarget().getName();
  }

  private static final ArchRule CHANCE_IS_SEEDED =
      noClasses()
          .should()
          .accessTargetWhere(
              describe("chance without a seed", access -> CHANCE.contains(called(access))));

  private static final ArchRule THE_CLOCK_IS_HANDED_IN =
      noClasses()
          .should()
          .accessTargetWhere(describe("the wall clock", HouseRulesTest::readsTheClock));

  private static final ArchRule NO_TIMER =
      noClasses()
          .that(DescribedPredicate.not(MEASURES_SPEED))
          .should()
          .callMethod(System.class, "nanoTime");

  private static final ArchCondition<JavaClass> USE_INEXACT_FUNCTIONS =
      accessTargetWhere(
          describe(
              "functions of Math whose last bits may differ",
              access ->
                  access.getTargetOwner().isEquivalentTo(Math.class)
                      && INEXACT.contains(access.getTarget().getName())));

  private static boolean readsTheClock(JavaAccess<?> access) {
    String called = called(access);
    return called.equals("java.lang.System.currentTimeMillis")
        || called.matches("java\\.time\\.\\w+\\.now")
        || called.matches("java\\.time\\.Clock\\.(system|tick).*")
        || (called.equals("java.util.Date.<init>") && parameters(access) == 0);
  }

  private static int parameters(JavaAccess<?> access) {
    return access
        .getTarget()
        .resolveMember()
        .map(member -> member instanceof JavaCodeUnit unit ? unit.getRawParameterTypes().size() : 0)
        .orElse(0);
  }

  /** Markets say of themselves what they are: their classes are nobody's business but their own modules'. */
  private static final ArchCondition<JavaClass> ASK_FOR_THE_CLASS_OF_A_MARKET =
      new ArchCondition<>("ask for the class of a market or of its data") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
          for (JavaCodeUnit unit : type.getCodeUnits()) {
            for (InstanceofCheck check : unit.getInstanceofChecks()) {
              JavaClass asked = check.getRawType();
              boolean market =
                  asked.isAssignableTo("io.tradinggym.market.data.Market")
                      || asked.isAssignableTo("io.tradinggym.market.data.Bars");
              if (market) {
                events.add(
                    SimpleConditionEvent.satisfied(
                        unit, unit.getFullName() + " asks for " + asked.getName()));
              }
            }
          }
        }
      };

  private static final Set<String> VECTORS =
      Set.of(
          "ByteVector",
          "ShortVector",
          "IntVector",
          "LongVector",
          "FloatVector",
          "DoubleVector",
          "VectorMask");

  /** What is handed on is an object unless C2 inlines, which hangs on what it compiled before: some starts are slow. */
  private static final ArchCondition<JavaClass> HAND_VECTORS_ABOUT =
      new ArchCondition<>("have methods that take or return vectors") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
          for (JavaMethod method : type.getMethods()) {
            boolean hands =
                Stream.concat(
                        Stream.of(method.getRawReturnType()),
                        method.getRawParameterTypes().stream())
                    .anyMatch(one -> VECTORS.contains(one.getSimpleName()));
            if (hands) {
              events.add(SimpleConditionEvent.satisfied(method, method.getFullName()));
            }
          }
        }
      };

  @Test
  void vectorsStayInsideAMethod() {
    noClasses().should(HAND_VECTORS_ABOUT).check(Production.CLASSES);
  }

  @Test
  void nobodyAsksForTheClassOfAMarket() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.tradinggym.market..", "io.tradinggym.testkit..")
        .should(ASK_FOR_THE_CLASS_OF_A_MARKET)
        .check(Production.CLASSES);
  }

  /** Environments say of themselves what a report has to know, by their view. */
  @Test
  void evaluationsAndReportsKnowNoEnvironment() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.tradinggym.experiments.evaluation..", "io.tradinggym.experiments.report..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.tradinggym.stocks..", "io.tradinggym.crypto..", "io.tradinggym.options..")
        .check(Production.CLASSES);
  }

  @Test
  void chanceComesFromSeededStreams() {
    CHANCE_IS_SEEDED.check(Production.CLASSES);
  }

  @Test
  void theClockIsHandedIn() {
    THE_CLOCK_IS_HANDED_IN.check(Production.CLASSES);
  }

  @Test
  void onlyMeasurementsOfSpeedReadTheTimer() {
    NO_TIMER.check(Production.CLASSES);
  }

  @Test
  void numbersHaveTheSameBitsOnEveryPlatform() {
    noClasses()
        .that()
        .resideInAnyPackage(SAME_BITS_EVERYWHERE)
        .should(USE_INEXACT_FUNCTIONS)
        .check(Production.CLASSES);
  }

  /** Breaks every rule once. */
  @SuppressWarnings("UnusedMethod") // Read as a class file.
  private static final class Offender {
    private record FloatVector(float value) {}

    static FloatVector itself(FloatVector vector) {
      return vector;
    }

    static double offend(Clock clock) {
      return Math.random() + System.nanoTime() + Instant.now(clock).toEpochMilli() + Math.tanh(0.5);
    }
  }

  @Test
  void theRulesCatchWhoBreaksThem() {
    JavaClasses offender = new ClassFileImporter().importClasses(Offender.class);
    assertThat(
            List.of(
                CHANCE_IS_SEEDED,
                THE_CLOCK_IS_HANDED_IN,
                NO_TIMER,
                noClasses().should(HAND_VECTORS_ABOUT),
                noClasses().should(USE_INEXACT_FUNCTIONS)))
        .allSatisfy(
            rule ->
                assertThat(rule.evaluate(offender).hasViolation())
                    .as(rule.getDescription())
                    .isTrue());
  }

  @Test
  void everyPackageSaysThatNothingIsNullUnlessMarked() {
    Set<String> unmarked = new TreeSet<>();
    for (JavaClass type : Production.CLASSES) {
      JavaPackage home = type.getPackage();
      if (home.tryGetAnnotationOfType(NullMarked.class).isEmpty()) {
        unmarked.add(home.getName());
      }
    }
    assertThat(unmarked).as("packages without a @NullMarked package-info").isEmpty();
  }
}
