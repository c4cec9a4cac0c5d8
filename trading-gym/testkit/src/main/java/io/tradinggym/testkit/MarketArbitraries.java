package io.tradinggym.testkit;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Draws markets and weights for properties. */
public final class MarketArbitraries {
  private MarketArbitraries() {}

  /**
   * {@return quiet and wild noise markets of so many bars, with and without gaps at the open, some with a halt}
   *
   * @param assets number of assets, &gt;= 1
   * @param length number of bars, &gt;= 3
   */
  public static Arbitrary<TestMarket> markets(int assets, int length) {
    Arbitrary<Integer> halt = Arbitraries.integers().between(-length, length - 5);
    return Combinators.combine(
            Arbitraries.longs(),
            Arbitraries.doubles().between(0, 0.05),
            Arbitraries.doubles().between(0, 1),
            halt)
        .as(
            (seed, volatility, gaps, halted) -> {
              TestMarket market = TestMarket.noise(seed, assets, length, volatility, gaps);
              return halted < 1 ? market : market.haltedFrom(0, halted, halted + 3);
            });
  }

  /**
   * {@return target weights, step by step, each in [low, high]; the ends and 0 often}
   *
   * @param low the lowest weight, a fraction of equity; below 0 = short
   * @param high the highest weight, a fraction of equity
   * @param steps length of each array, &gt;= 1
   */
  public static Arbitrary<double[]> weights(double low, double high, int steps) {
    return Arbitraries.oneOf(
            Arbitraries.doubles().between(low, high), Arbitraries.of(low, 0.0, high))
        .array(double[].class)
        .ofSize(steps);
  }
}
