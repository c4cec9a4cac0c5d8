package io.tradinggym.specialists.planted;

import io.tradinggym.api.Options;
import io.tradinggym.api.Resumable;
import java.util.List;

/**
 * What a planted environment would show of prices that are seen elsewhere, and what its actions would hold there: with
 * it a policy that was trained in {@code Trend-v1} trades an instrument of any market. For one lane; a call allocates
 * nothing.
 *
 * <pre>
 * | of             | instruments, in order                                                          |
 * | Trend-v1       | the one that is traded                                                         |
 * | Reversion-v1   | the one that is traded                                                         |
 * | Momentum-v1    | three coins                                                                    |
 * | Volatility-v1  | an index of implied volatility, percent, not traded; what a long vega earns    |
 * </pre>
 */
public interface PlantedReader extends Resumable {
  /**
   * {@return the reader of an environment}
   *
   * @param id of the environment, such as {@code Trend-v1}
   * @param options of the environment, as it was trained with
   * @throws IllegalArgumentException if it is no planted market
   */
  static PlantedReader of(String id, Options options) {
    boolean informed = options.get(PlantedMarkets.INFORMED);
    return switch (id) {
      case "Trend-v1" -> new TrendReader(PlantedMarkets.trend(options), informed);
      case "Reversion-v1" -> new ReversionReader(PlantedMarkets.reversion(options), informed);
      case "Momentum-v1" -> new MomentumReader(PlantedMarkets.momentum(options), informed);
      case "Volatility-v1" -> new VolatilityReader(PlantedMarkets.volatility(options));
      default -> throw new IllegalArgumentException("no planted market: " + id);
    };
  }

  /** {@return the ids of the environments that have a reader} */
  static List<String> environments() {
    return List.of("Trend-v1", "Reversion-v1", "Momentum-v1", "Volatility-v1");
  }

  /** {@return how many instruments it reads and holds} */
  int instruments();

  /** {@return how many numbers it shows} */
  int size();

  /** {@return the action that holds nothing} */
  int flat();

  /** Forgets everything. */
  void begin();

  /**
   * Takes in a bar's closes.
   *
   * @param closes by instrument, &gt; 0
   */
  void see(double[] closes);

  /**
   * Writes the observation.
   *
   * @param held action that is held
   * @param out receives {@link #size} numbers
   */
  void observe(int held, float[] out);

  /**
   * Writes what an action holds.
   *
   * @param action of the environment
   * @param out receives a share of the capital for each instrument
   */
  void weights(int action, double[] out);
}
