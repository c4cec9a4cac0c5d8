package io.tradinggym.allocator.testbed;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.market.process.PriceProcess;
import io.tradinggym.specialists.planted.MomentumLaw;
import io.tradinggym.specialists.planted.ReversionLaw;
import io.tradinggym.specialists.planted.TrendLaw;
import io.tradinggym.specialists.planted.VolatilityLaw;

/**
 * The planted laws side by side, bar by bar, independent of each other:
 *
 * <pre>
 * | asset | symbol   | what it does                                                                 |
 * | 0     | TREND    | the price of Trend-v1                                                        |
 * | 1     | LEVEL    | the price of Reversion-v1                                                    |
 * | 2 3 4 | COIN1 .. | the coins of Momentum-v1                                                     |
 * | 5     | IV       | the implied volatility of Volatility-v1 in percent: an index                 |
 * | 6     | STRADDLE | 1 % for each point that one long vega, delta-hedged, earns there             |
 * </pre>
 *
 * @param trend of TREND
 * @param reversion of LEVEL
 * @param momentum of the coins
 * @param volatility of IV and STRADDLE
 */
record PlantedProcess(
    TrendLaw trend, ReversionLaw reversion, MomentumLaw momentum, VolatilityLaw volatility)
    implements PriceProcess {
  private static final int LEVEL = 1;
  private static final int COIN = 2;
  private static final int INDEX = COIN + MomentumLaw.COINS;
  private static final int STRADDLE = INDEX + 1;
  private static final double PERCENT = 100;

  /** {@return the standard laws} */
  static PlantedProcess standard() {
    return new PlantedProcess(
        TrendLaw.standard(),
        ReversionLaw.standard(),
        MomentumLaw.standard(),
        VolatilityLaw.standard());
  }

  /** {@return the same noise with nothing to earn} */
  PlantedProcess withoutEdges() {
    return new PlantedProcess(
        trend.with(0, trend.cost()),
        reversion.withoutEdge(),
        momentum.with(0, momentum.cost()),
        volatility.withoutEdge());
  }

  /** {@return the index before the first bar, percent} */
  double index() {
    return PERCENT * StrictMath.exp(volatility.centre());
  }

  @Override
  public int assets() {
    return STRADDLE + 1;
  }

  @Override
  public double typicalDeviation(int asset) {
    return switch (asset) {
      case 0 -> trend.sd();
      case LEVEL -> reversion.noise();
      case INDEX -> fresh();
      case STRADDLE ->
          // of 100 (v' - v) points and of the squared return, whose deviation is 1.4 v^2 / 252
          root(
              volatility.realised() * fresh(),
              Math.abs(volatility.points(volatility.realised(), volatility.realised(), 0))
                  * Math.sqrt(2)
                  / PERCENT);
      default -> root(momentum.common(), momentum.own());
    };
  }

  private double fresh() {
    double phi = volatility.phi();
    return volatility.spread() * StrictMath.sqrt(1 - phi * phi);
  }

  @Override
  public String parameters() {
    return "planted " + this;
  }

  @Override
  public Path path() {
    return new Walk();
  }

  private final class Walk implements Path {
    private final double[] drifts = new double[MomentumLaw.COINS];
    private int direction;
    private double x;
    private double logV;

    @Override
    public void start(RandomStream random) {
      direction = random.bernoulli(0.5) ? 1 : -1;
      x = reversion.phi() < 1 ? reversion.stationary() * random.gaussian() : 0;
      for (int i = 0; i < drifts.length; i++) {
        drifts[i] = momentum.drift() * random.gaussian();
      }
      logV = volatility.centre();
    }

    @Override
    public void step(RandomStream random, double[] logReturns, double[] deviations) {
      for (int asset = 0; asset < deviations.length; asset++) {
        deviations[asset] = typicalDeviation(asset);
      }
      double sd = trend.sd();
      logReturns[0] = direction * trend.drift() - sd * sd / 2 + sd * random.gaussian();
      direction = random.bernoulli(trend.flip()) ? -direction : direction;
      logReturns[LEVEL] = (reversion.phi() - 1) * x + reversion.noise() * random.gaussian();
      x += logReturns[LEVEL];
      coins(random, logReturns);
      double v = StrictMath.exp(logV);
      double middle = volatility.centre() + volatility.phi() * (logV - volatility.centre());
      double next = middle + fresh() * random.gaussian();
      logReturns[INDEX] = next - logV;
      logV = next;
      double points =
          volatility.points(v, StrictMath.exp(next), volatility.squaredReturn(random.gaussian()));
      logReturns[STRADDLE] = StrictMath.log(1 + points / PERCENT);
    }

    private void coins(RandomStream random, double[] logReturns) {
      double phi = momentum.phi();
      double kick = momentum.drift() * StrictMath.sqrt(1 - phi * phi);
      double common = momentum.common() * random.gaussian();
      for (int i = 0; i < drifts.length; i++) {
        drifts[i] = phi * drifts[i] + kick * random.gaussian();
        logReturns[COIN + i] =
            common + drifts[i] + momentum.own() * random.gaussian() - momentum.drag();
      }
    }
  }

  /** The deviation of the sum of two independent parts. */
  private static double root(double one, double other) {
    return Math.sqrt(one * one + other * other);
  }
}
