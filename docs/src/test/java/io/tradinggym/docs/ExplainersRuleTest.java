package io.tradinggym.docs;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.tradinggym.market.exchange.Exchange;
import io.tradinggym.market.exchange.Order;
import io.tradinggym.trading.ActionScheme;
import io.tradinggym.trading.Desk;
import io.tradinggym.trading.flow.OrderFlow;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What explains does not trade: it reads traces afterwards, and nothing that could place an order is in its reach. */
class ExplainersRuleTest {
  private static final List<Class<?>> EXECUTION =
      List.of(Exchange.class, OrderFlow.class, Order.class, Desk.class, ActionScheme.class);

  private static final ArchRule APART =
      noClasses()
          .that()
          .resideInAnyPackage("io.tradinggym.explain..", "io.tradinggym.experiments.explain..")
          .should()
          .dependOnClassesThat(describe("execute", ExplainersRuleTest::executes));

  private static boolean executes(JavaClass type) {
    return EXECUTION.stream().anyMatch(type::isAssignableTo);
  }

  @Test
  void explainersNeverSeeExecution() {
    APART.check(Production.CLASSES);
  }

  @Test
  void theRuleKnowsWhatExecutes() {
    assertThat(executes(new ClassFileImporter().importClass(OrderFlow.class))).isTrue();
    assertThat(executes(new ClassFileImporter().importClass(String.class))).isFalse();
  }
}
