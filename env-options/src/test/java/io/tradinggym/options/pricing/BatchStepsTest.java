package io.tradinggym.options.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How good the first guess of the fast path is, and what each step leaves of its error. */
class BatchStepsTest {
  /** Relative, of a deviation that two steps have found. */
  private static final double ROUNDING = 4e-15;

  private static final int CONTRACTS = 120;
  private static final int BEFORE = 3;

  /**
   * Deviations from a millionth to almost 1 of one moneyness, one block of them. The guess solves Bachelier's formula
   * to 2e-4, and that differs from Black's by a part of s^2 / 24. A step is of fourth order.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-8, 1e-4, 1e-3, 0.01, 0.03, 0.1, 0.3, 1, 2})
  void twoStepsOfFourthOrderLeaveNothingOfTheGuess(double x) {
    OptionColumns columns = new OptionColumns(BEFORE + CONTRACTS);
    double[] deviation = new double[CONTRACTS];
    int count = 0;
    for (int i = 0; i < CONTRACTS; i++) {
      double s = Math.pow(10, -i / 20.0) * 0.95;
      if (x / s < 6) {
        columns.set(BEFORE + count, OptionType.CALL, 100, 100 * Math.exp(x), 1, 0, 0, s);
        columns.price[BEFORE + count] =
            BlackScholes.price(OptionType.CALL, 100, 100 * Math.exp(x), 1, 0, 0, s);
        deviation[count++] = s;
      }
    }
    ImpliedVolatilityBatch batch = new ImpliedVolatilityBatch();
    double[][] error = new double[3][count];
    for (int steps = 0; steps <= 2; steps++) {
      batch.deviations(columns, BEFORE, count, steps);
      for (int i = 0; i < count; i++) {
        error[steps][i] = Math.abs(batch.deviation(i) / deviation[i] - 1);
      }
    }
    assertThat(count).isGreaterThan(9);
    assertThat(error[0][0]).as("the guess next to 1").isGreaterThan(0.01);
    assertThat(error[1][0]).as("what the first step leaves there").isGreaterThan(1e-10);
    for (int i = 0; i < count; i++) {
      double s = deviation[i];
      assertThat(error[0][i]).as("s = %s", s).isLessThan(2e-4 + s * s / 24);
      assertThat(error[1][i]).as("s = %s", s).isLessThan(0.1 * Math.pow(error[0][i], 4) + ROUNDING);
      assertThat(error[2][i]).as("s = %s", s).isLessThan(ROUNDING);
    }
  }
}
