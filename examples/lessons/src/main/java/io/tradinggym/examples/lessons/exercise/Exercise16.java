package io.tradinggym.examples.lessons.exercise;

import io.tradinggym.options.pricing.BlackScholes;
import io.tradinggym.options.pricing.OptionType;
import java.util.function.DoubleBinaryOperator;

/** Lesson 16: gamma by finite difference. */
public final class Exercise16 {
  private Exercise16() {}

  /**
   * @param mine gamma of a call struck at 100 with half a year left and no rate, from spot and volatility
   */
  public static String check(DoubleBinaryOperator mine) {
    Judge judge = new Judge();
    for (double spot : new double[] {80, 100, 125}) {
      for (double volatility : new double[] {0.15, 0.4}) {
        double exact =
            BlackScholes.greeks(OptionType.CALL, spot, 100, 0.5, 0, 0, volatility).gamma();
        double given = mine.applyAsDouble(spot, volatility);
        judge.holds(
            "at spot %.0f, volatility %.2f gamma is %.6f, was %.6f"
                .formatted(spot, volatility, exact, given),
            Math.abs(given - exact) < 1e-4 * Math.max(exact, 0.001));
      }
    }
    return judge.verdict();
  }
}
