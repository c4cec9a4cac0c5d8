package io.tradinggym.crypto.market;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.market.process.PriceProcess;
import java.util.Arrays;

/**
 * The law of n coins' spot prices, and of their n perpetuals, in this order: a perpetual is its spot times e to the
 * premium of its {@link PremiumLaw}. A path starts with premiums in their long-run distribution.
 */
final class SpotAndPerpetuals implements PriceProcess {
  private final PriceProcess spot;
  private final PremiumLaw premium;
  private final int coins;

  SpotAndPerpetuals(PriceProcess spot, PremiumLaw premium) {
    this.spot = spot;
    this.premium = premium;
    coins = spot.assets();
  }

  @Override
  public int assets() {
    return 2 * coins;
  }

  @Override
  public double typicalDeviation(int asset) {
    return spot.typicalDeviation(asset % coins);
  }

  @Override
  public String parameters() {
    return premium + " on " + spot.parameters();
  }

  @Override
  public Path path() {
    return new Walk();
  }

  private final class Walk implements Path {
    private final Path path = spot.path();
    private final double[] level = new double[coins];
    private final double[] now = new double[coins];
    private final double[] spotReturns = new double[coins];
    private final double[] spotDeviations = new double[coins];

    @Override
    public void start(RandomStream random) {
      path.start(random);
      // Prices start at the spot's: the first bar takes the premium in.
      Arrays.fill(now, 0);
      for (int i = 0; i < coins; i++) {
        level[i] = premium.mean() + premium.levelDeviation() * random.gaussian();
      }
    }

    @Override
    public void step(RandomStream random, double[] logReturns, double[] deviations) {
      path.step(random, spotReturns, spotDeviations);
      for (int i = 0; i < coins; i++) {
        double next =
            now[i] + premium.speed() * (level[i] - now[i]) + premium.noise() * random.gaussian();
        level[i] +=
            premium.slowness() * (premium.mean() - level[i]) + premium.wander() * random.gaussian();
        logReturns[i] = spotReturns[i];
        logReturns[coins + i] = spotReturns[i] + next - now[i];
        deviations[i] = spotDeviations[i];
        deviations[coins + i] = spotDeviations[i];
        now[i] = next;
      }
    }
  }
}
