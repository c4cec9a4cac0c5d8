package io.tradinggym.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.api.EndReason;
import io.tradinggym.api.Environment;
import io.tradinggym.api.Gym;
import io.tradinggym.market.Money;
import io.tradinggym.trading.trace.Fills;
import io.tradinggym.trading.trace.Traced;
import io.tradinggym.trading.trace.TradeTrace;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The code of docs/guides/trades.md. */
class TradesGuideTest {
  @Test
  void fillsAreReadFromTheTrace() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      print();
    } finally {
      System.setOut(before);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8)).startsWith("SPY ");
  }

  private static void print() {
    try (Environment environment = Gym.make("Stock-v1")) {
      TradeTrace trace = environment.find(Traced.class).orElseThrow().traces().getFirst();
      trace.listen(true);
      environment.reset(42);
      while (environment.step(4).endReason() == EndReason.NONE) {
        // Level 4: all in.
      }
      Fills fills = trace.fills();
      for (int row = 0; row < fills.size(); row++) {
        String ticker = trace.account().instrument(fills.asset(row)).symbol();
        System.out.printf(
            "%s %d for %s%n", ticker, fills.lots(row), Money.format(fills.slippage(row)));
      }
    }
  }
}
