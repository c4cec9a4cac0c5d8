package io.tradinggym.market.process;

import io.tradinggym.api.random.RandomStream;

/**
 * A few bars of all assets being drawn, in stages: random numbers and what follows from the bar before, then roots,
 * logarithms and exponentials of all of them in loops that compilers make vectors of, then prices in whole ticks.
 * Scratch of a thread, reused for every path.
 */
final class BarBlock {
  /** So many numbers of a kind, about: ten kinds fit the first cache. */
  private static final int NUMBERS = 256;

  private static final long HALF = 0xffff_ffffL;

  private final int assets;
  private final double[] logReturns;
  private final double[] deviations;
  private final double[] gaps;
  // one number an asset and bar, all assets of a bar side by side
  private final double[] night;
  private final double[] day;
  private final double[] twice;
  private final double[] up;
  private final double[] down;
  private final double[] volume;
  private final double[] powers;

  BarBlock(int assets) {
    this.assets = assets;
    logReturns = new double[assets];
    deviations = new double[assets];
    gaps = new double[assets];
    int numbers = Math.max(1, NUMBERS / assets) * assets;
    night = new double[numbers];
    day = new double[numbers];
    twice = new double[numbers];
    up = new double[numbers];
    down = new double[numbers];
    volume = new double[numbers];
    powers = new double[numbers];
  }

  int assets() {
    return assets;
  }

  int bars() {
    return night.length / assets;
  }

  /** The first stage: a bar of the block. */
  void draw(int bar, SimulatedTape tape, RandomStream random) {
    SimulatedMarket market = tape.market;
    tape.path.step(random, logReturns, deviations);
    market.gaps().draw(random, gaps);
    double share = market.gapShare();
    double noise = market.gapNoise();
    double[] volumeState = tape.volumeState;
    double[] perDeviation = tape.perDeviation;
    for (int asset = 0; asset < assets; asset++) {
      int at = bar * assets + asset;
      double deviation = deviations[asset];
      // the night takes a share of the variance; what is left is uncorrelated with it
      night[at] = share * logReturns[asset] + deviation * noise * gaps[asset];
      day[at] = logReturns[asset] - night[at];
      twice[at] = -2 * (1 - share) * deviation * deviation;
      long bits = random.nextLong();
      up[at] = unit(bits >>> 32);
      down[at] = unit(bits & HALF);
      double move = Math.abs(logReturns[asset]) * perDeviation[asset];
      volumeState[asset] = market.volume(asset).next(volumeState[asset], move, random.gaussian());
      volume[at] = volumeState[asset];
    }
  }

  /** The second stage. */
  void compute(int bars) {
    int count = bars * assets;
    StableMath.log(up, powers, count);
    StableMath.log(down, powers, count);
    // extremes of a Brownian bridge over the day: m (m - day) = s^2 e / 2 with e exponential; two
    // of them of one draw
    for (int i = 0; i < count; i++) {
      double square = day[i] * day[i];
      up[i] = (day[i] + Math.sqrt(square + twice[i] * up[i])) / 2;
      down[i] = (day[i] - Math.sqrt(square + twice[i] * down[i])) / 2;
    }
    StableMath.exp(night, powers, count);
    StableMath.exp(day, powers, count);
    StableMath.exp(up, powers, count);
    StableMath.exp(down, powers, count);
    StableMath.exp(volume, powers, count);
  }

  /** The last stage: a bar of the block becomes one of the tape. */
  void write(int bar, SimulatedTape tape, int tapeBar) {
    SimulatedBars bars = tape.bars;
    double[] price = tape.price;
    int to = tapeBar * assets;
    for (int asset = 0; asset < assets; asset++) {
      int at = bar * assets + asset;
      double openPrice = bounded(price[asset] * night[at]);
      double closePrice = bounded(openPrice * day[at]);
      long open = ticks(openPrice);
      long close = ticks(closePrice);
      bars.open[to + asset] = open;
      bars.close[to + asset] = close;
      bars.high[to + asset] = Math.max(Math.max(open, close), ticks(bounded(openPrice * up[at])));
      bars.low[to + asset] = Math.min(Math.min(open, close), ticks(bounded(openPrice * down[at])));
      bars.volume[to + asset] =
          Math.max(1, (long) (tape.market.volume(asset).lots() * volume[at] + 0.5));
      price[asset] = closePrice;
    }
  }

  /** Uniform in (0, 1), of 32 bits. */
  private static double unit(long half) {
    return (half + 0.5) * 0x1.0p-32;
  }

  private static double bounded(double price) {
    return price < 1 ? 1 : price > SimulatedMarket.MAX_TICKS ? SimulatedMarket.MAX_TICKS : price;
  }

  private static long ticks(double price) {
    return (long) (price + 0.5);
  }
}
