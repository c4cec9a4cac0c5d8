package io.tradinggym.docs;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.tradinggym.market.exchange.Exchange;
import io.tradinggym.market.exchange.Order;
import io.tradinggym.market.exchange.OrderResult;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Orders reach an exchange through the order flow alone, so that nothing passes by the gate, the sleeves and the trace.
 */
class OrderFlowRuleTest {
  /** What an exchange is asked for. */
  private static final Set<String> REQUESTS =
      Set.of("submit", "replace", "cancel", "target", "advance");

  /** The flow itself, exchanges among themselves, and what measures the bare exchange. */
  private static final String[] ALLOWED = {
    "io.tradinggym.trading.flow..", "io.tradinggym.market.exchange..", "io.tradinggym.benchmarks.."
  };

  private static final ArchRule ONE_WAY =
      noClasses()
          .that()
          .resideOutsideOfPackages(ALLOWED)
          .should()
          .accessTargetWhere(describe("requests to an exchange", OrderFlowRuleTest::isRequest));

  private static boolean isRequest(JavaAccess<?> access) {
    return access.getTargetOwner().isAssignableTo(Exchange.class)
        && REQUESTS.contains(access.getTarget().getName());
  }

  @Test
  void theOrderFlowIsTheOnlyCallerOfAnExchange() {
    ONE_WAY.check(Production.CLASSES);
  }

  /** Goes by the flow. */
  @SuppressWarnings("UnusedMethod") // Read as a class file.
  private static final class Offender {
    static OrderResult offend(Exchange exchange) {
      return exchange.submit(Order.market(1, 0, 1));
    }
  }

  @Test
  void theRuleCatchesWhoGoesByIt() {
    assertThat(
            ONE_WAY.evaluate(new ClassFileImporter().importClasses(Offender.class)).hasViolation())
        .isTrue();
  }
}
