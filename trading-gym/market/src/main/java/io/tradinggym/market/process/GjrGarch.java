package io.tradinggym.market.process;

import io.tradinggym.api.random.RandomStream;
import java.util.List;

/**
 * Returns with clustered volatility: {@code r = mean + sqrt(h) z}, with the variance h of each asset after {@link Gjr}
 * and shocks z common to all. A path starts at the long-run variance.
 */
public final class GjrGarch implements PriceProcess {
  private final Gjr[] laws;
  private final Shocks shocks;

  /**
   * One law for each asset.
   *
   * @param laws of the variance, one an asset
   * @param shocks what all assets' returns are drawn from, of as many assets
   * @throws IllegalArgumentException if there is not one law for each asset
   */
  public GjrGarch(List<Gjr> laws, Shocks shocks) {
    if (laws.size() != shocks.assets()) {
      throw new IllegalArgumentException(
          "there must be one law for each asset: "
              + laws.size()
              + " laws, shocks of "
              + shocks.assets()
              + " assets");
    }
    this.laws = laws.toArray(Gjr[]::new);
    this.shocks = shocks;
  }

  @Override
  public int assets() {
    return laws.length;
  }

  @Override
  public double typicalDeviation(int asset) {
    return Math.sqrt(laws[asset].longRunVariance());
  }

  @Override
  public String parameters() {
    return "gjr " + List.of(laws) + " " + shocks;
  }

  @Override
  public Path path() {
    return new Walk();
  }

  private final class Walk implements Path {
    private final double[] variance = new double[laws.length];

    @Override
    public void start(RandomStream random) {
      for (int i = 0; i < laws.length; i++) {
        variance[i] = laws[i].longRunVariance();
      }
    }

    @Override
    public void step(RandomStream random, double[] logReturns, double[] deviations) {
      shocks.draw(random, logReturns);
      for (int i = 0; i < laws.length; i++) {
        Gjr law = laws[i];
        double deviation = Math.sqrt(variance[i]);
        double surprise = deviation * logReturns[i];
        variance[i] = law.next(variance[i], surprise);
        logReturns[i] = law.mean() + surprise;
        deviations[i] = deviation;
      }
    }
  }
}
