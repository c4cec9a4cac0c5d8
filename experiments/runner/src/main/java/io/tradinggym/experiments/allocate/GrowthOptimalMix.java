package io.tradinggym.experiments.allocate;

import io.tradinggym.allocator.rules.BestConstantMix;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.MarketTape;
import io.tradinggym.market.instrument.Instrument;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The constant mix of a simulated market's instruments and cash whose wealth grows fastest, rebalanced every {@value
 * #MONTH} bars without costs, long only: the best of all policies where returns do not depend on the past, and a bar
 * for all others. Found by {@link BestConstantMix} on months drawn from the law; with so many of them a yearly mean
 * return is known to about one point.
 *
 * @param symbols of the instruments
 * @param weights of the instruments, then of cash, fractions of wealth; sum 1
 * @param growth log wealth a year, nats
 */
public record GrowthOptimalMix(List<String> symbols, double[] weights, double growth) {
  /** Bars from one rebalancing to the next. */
  public static final int MONTH = 21;

  private static final int MONTHS_OF_A_PATH = 60;
  private static final int PATHS = 100;

  private static final double SHOWN = 0.01;

  /** Copies the symbols. */
  public GrowthOptimalMix {
    symbols = List.copyOf(symbols);
  }

  /**
   * Finds it.
   *
   * @param seed of the months
   */
  public static GrowthOptimalMix of(Market market, long seed) {
    Market paths = market.forEpisodes(0, MONTH * MONTHS_OF_A_PATH + 1);
    MarketTape tape = paths.tape();
    int assets = market.assets();
    double[][] relatives = new double[PATHS * MONTHS_OF_A_PATH][assets + 1];
    for (int path = 0; path < PATHS; path++) {
      tape.next(RandomStreams.of(seed).stream("growth-optimal mix", path));
      Bars bars = tape.bars();
      for (int month = 0; month < MONTHS_OF_A_PATH; month++) {
        double[] row = relatives[path * MONTHS_OF_A_PATH + month];
        for (int asset = 0; asset < assets; asset++) {
          row[asset] =
              (double) bars.close(asset, (month + 1) * MONTH) / bars.close(asset, month * MONTH);
        }
        row[assets] = 1;
      }
    }
    double[] weights = BestConstantMix.weights(relatives);
    double monthly = BestConstantMix.logWealth(relatives, weights) / relatives.length;
    return new GrowthOptimalMix(
        market.instruments().stream().map(Instrument::symbol).toList(),
        weights,
        monthly * market.barsPerYear() / MONTH);
  }

  /**
   * Log wealth that it earns on a path.
   *
   * @param prices by instrument, bar by bar, &gt; 0
   */
  public double on(double[][] prices) {
    int last = prices[0].length - 1;
    double wealth = 0;
    for (int from = 0; from < last; from += MONTH) {
      int to = Math.min(last, from + MONTH);
      double growth = weights[symbols.size()];
      for (int asset = 0; asset < symbols.size(); asset++) {
        growth += weights[asset] * prices[asset][to] / prices[asset][from];
      }
      wealth += Math.log(growth);
    }
    return wealth;
  }

  /** The mix in words, small parts left out. */
  @Override
  public String toString() {
    return IntStream.range(0, weights.length)
        .filter(i -> weights[i] >= SHOWN)
        .mapToObj(
            i ->
                String.format(
                    Locale.ROOT,
                    "%s %.0f %%",
                    i < symbols.size() ? symbols.get(i) : "cash",
                    100 * weights[i]))
        .collect(Collectors.joining(", "));
  }
}
