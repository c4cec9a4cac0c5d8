package io.tradinggym.options.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Each Greek is the finite difference of the one below it, up to the third order. */
class GreeksTest {
  private static final double STEP = 1e-4;

  /** Relative to the size of what is compared: a fourth-order central difference. */
  private static final double DIFFERENCE = 2e-7;

  @Test
  void everyGreekIsTheSlopeOfTheOneBelow() {
    SplittableRandom random = new SplittableRandom(17);
    for (int i = 0; i < 3_000; i++) {
      OptionType type = random.nextBoolean() ? OptionType.CALL : OptionType.PUT;
      double s = 100;
      double v = random.nextDouble(.1, .8);
      double t = random.nextDouble(.2, 3);
      double k = 100 * Math.exp(random.nextDouble(-2, 2) * v * Math.sqrt(t));
      double r = random.nextDouble(-.05, .1);
      double q = random.nextDouble(-.05, .1);
      Greeks g = BlackScholes.greeks(type, s, k, t, r, q, v);

      DoubleFunction<Greeks> bySpot = x -> BlackScholes.greeks(type, s * (1 + x), k, t, r, q, v);
      slope(bySpot, s, Greeks::price, g.delta());
      slope(bySpot, s, Greeks::delta, g.gamma());
      slope(bySpot, s, Greeks::gamma, g.speed());

      DoubleFunction<Greeks> byVolatility =
          x -> BlackScholes.greeks(type, s, k, t, r, q, v * (1 + x));
      slope(byVolatility, v, Greeks::price, g.vega());
      slope(byVolatility, v, Greeks::delta, g.vanna());
      slope(byVolatility, v, Greeks::gamma, g.zomma());
      slope(byVolatility, v, Greeks::vega, g.vomma());
      slope(byVolatility, v, Greeks::vomma, g.ultima());

      DoubleFunction<Greeks> byTime = x -> BlackScholes.greeks(type, s, k, t * (1 - x), r, q, v);
      slope(byTime, t, Greeks::price, g.theta());
      slope(byTime, t, Greeks::delta, g.charm());
      slope(byTime, t, Greeks::gamma, g.color());
      slope(byTime, t, Greeks::vega, g.veta());

      DoubleFunction<Greeks> byStrike = x -> BlackScholes.greeks(type, s, k * (1 + x), t, r, q, v);
      slope(byStrike, k, Greeks::price, g.dualDelta());
      slope(byStrike, k, Greeks::dualDelta, g.dualGamma());
      slope(x -> BlackScholes.greeks(type, s, k, t, r + x, q, v), 1, Greeks::price, g.rho());
      slope(
          x -> BlackScholes.greeks(type, s, k, t, r, q + x, v), 1, Greeks::price, g.dividendRho());
    }
  }

  private static void slope(
      DoubleFunction<Greeks> greeks,
      double scale,
      ToDoubleFunction<Greeks> below,
      double expected) {
    double near =
        below.applyAsDouble(greeks.apply(STEP)) - below.applyAsDouble(greeks.apply(-STEP));
    double far =
        below.applyAsDouble(greeks.apply(2 * STEP)) - below.applyAsDouble(greeks.apply(-2 * STEP));
    double difference = (8 * near - far) / (12 * STEP * scale);
    double size = Math.abs(expected) + Math.abs(below.applyAsDouble(greeks.apply(0))) / scale;
    assertThat(difference).isCloseTo(expected, within(DIFFERENCE * size));
  }
}
