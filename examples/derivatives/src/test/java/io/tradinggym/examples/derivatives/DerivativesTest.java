package io.tradinggym.examples.derivatives;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DerivativesTest {
  /** Of a risk over 50,000 paths, a few standard errors. */
  private static final double NOISE = 0.01;

  @Test
  void theAgentHedgesBetterThanTheTextbookAndNotBetterThanTheOptimum() {
    double[] risks = numbers(Printed.by(() -> DeepHedge.main(new String[0])), ": (\\d\\.\\d+)");
    assertThat(risks).hasSize(4);
    assertThat(risks[2]).isBetween(risks[3] - NOISE, risks[0] - 5 * NOISE);
  }

  @Test
  void fundingPaysForTheFees() {
    String printed = Printed.by(() -> FundingCarry.main(new String[0]));
    double[] parts = numbers(printed, "(-?\\d+(?:\\.\\d+)?)");
    assertThat(parts).hasSize(4);
    assertThat(parts[0]).isGreaterThan(parts[1]);
    assertThat(parts[3]).isPositive();
  }

  private static double[] numbers(String printed, String pattern) {
    return Pattern.compile(pattern)
        .matcher(printed)
        .results()
        .map((MatchResult found) -> found.group(1))
        .mapToDouble(Double::parseDouble)
        .toArray();
  }
}
