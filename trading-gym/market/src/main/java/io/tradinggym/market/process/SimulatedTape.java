package io.tradinggym.market.process;

import io.tradinggym.api.random.RandomStream;
import java.util.Arrays;

/** Draws bars of a {@link SimulatedMarket}. */
final class SimulatedTape extends RedrawnTape {
  private static final long HALF = 0xffff_ffffL;

  private final SimulatedMarket market;
  private final PriceProcess.Path path;
  private final int assets;
  private final double[] price;
  private final double[] volumeState;
  private final double[] logReturns;
  private final double[] deviations;
  private final double[] gapNoise;
  private final double[] perDeviation;

  SimulatedTape(SimulatedMarket market) {
    super(new SimulatedBars(market.assets(), market.closeTimes()), market.history());
    this.market = market;
    assets = market.assets();
    path = market.process().path();
    price = new double[assets];
    volumeState = new double[assets];
    logReturns = new double[assets];
    deviations = new double[assets];
    gapNoise = new double[assets];
    perDeviation = new double[assets];
    for (int i = 0; i < assets; i++) {
      perDeviation[i] = 1 / market.process().typicalDeviation(i);
    }
  }

  @Override
  void draw(RandomStream random) {
    for (int i = 0; i < assets; i++) {
      price[i] = market.startTicks(i);
    }
    Arrays.fill(volumeState, 0);
    path.start(random);
    for (int bar = 0; bar < bars.length(); bar++) {
      path.step(random, logReturns, deviations);
      market.gaps().draw(random, gapNoise);
      for (int i = 0; i < assets; i++) {
        drawBar(random, i, bar);
      }
    }
  }

  private void drawBar(RandomStream random, int asset, int bar) {
    // the night takes a share of the variance; what is left is uncorrelated with it
    double share = market.gapShare();
    double night =
        share * logReturns[asset] + deviations[asset] * market.gapNoise() * gapNoise[asset];
    double day = logReturns[asset] - night;
    double openPrice = bounded(price[asset] * StableMath.exp(night));
    double closePrice = bounded(openPrice * StableMath.exp(day));
    long open = ticks(openPrice);
    long close = ticks(closePrice);
    // extremes of a Brownian bridge over the day: m (m - day) = s^2 e / 2 with e exponential; two
    // of them of one draw
    double twice = -2 * (1 - share) * deviations[asset] * deviations[asset];
    long bits = random.nextLong();
    double up = (day + Math.sqrt(day * day + twice * StableMath.log(unit(bits >>> 32)))) / 2;
    double down = (day - Math.sqrt(day * day + twice * StableMath.log(unit(bits & HALF)))) / 2;
    int at = bars.at(asset, bar);
    bars.open[at] = open;
    bars.close[at] = close;
    bars.high[at] = Math.max(Math.max(open, close), ticks(openPrice * StableMath.exp(up)));
    bars.low[at] = Math.min(Math.min(open, close), ticks(openPrice * StableMath.exp(down)));

    VolumeLaw law = market.volume(asset);
    double move = Math.abs(logReturns[asset]) * perDeviation[asset];
    volumeState[asset] = law.next(volumeState[asset], move, random.gaussian());
    bars.volume[at] = Math.max(1, (long) (law.lots() * StableMath.exp(volumeState[asset]) + 0.5));
    price[asset] = closePrice;
  }

  /** Uniform in (0, 1), of 32 bits. */
  private static double unit(long half) {
    return (half + 0.5) * 0x1.0p-32;
  }

  private static double bounded(double price) {
    return Math.clamp(price, 1, SimulatedMarket.MAX_TICKS);
  }

  private static long ticks(double price) {
    return (long) (bounded(price) + 0.5);
  }
}
