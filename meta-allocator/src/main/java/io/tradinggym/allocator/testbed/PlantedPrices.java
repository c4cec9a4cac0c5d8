package io.tradinggym.allocator.testbed;

import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.MarketTape;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.market.process.Correlation;
import io.tradinggym.market.process.GeometricBrownian;
import io.tradinggym.market.process.MarketProvider;
import io.tradinggym.market.process.RegimeSwitching;
import io.tradinggym.market.process.SimulatedMarket;
import java.util.List;
import java.util.Set;

/**
 * Prices with a planted trend, by name: {@code trend} or {@code trend:DRIFT}, one share whose log return of a day has a
 * deviation of 1 % and a drift of +-DRIFT (.002) that turns once in 60 days; no gaps. The law of {@code Trend-v1} as a
 * market with lots, spread and volume.
 */
public final class PlantedPrices implements MarketProvider {
  private static final double DAYS = 252;
  private static final double DEVIATION = 0.01;
  private static final double TURN = 1.0 / 60;
  private static final double DRIFT = 0.002;

  /** For {@link java.util.ServiceLoader}. */
  public PlantedPrices() {}

  @Override
  public Set<String> names() {
    return Set.of("trend");
  }

  @Override
  public Market market(String name, String rest) {
    double drift;
    try {
      drift = rest.isEmpty() ? DRIFT : Double.parseDouble(rest);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "market trend:DRIFT needs a number such as .002, was \"" + rest + "\"", e);
    }
    return new Trend(rest.isEmpty() ? name : name + ":" + rest, drift, market(drift, 0, 252));
  }

  private static Market market(double drift, int history, int bars) {
    double[][] turns = {{1 - TURN, TURN}, {TURN, 1 - TURN}};
    RegimeSwitching law =
        new RegimeSwitching(
            GeometricBrownian.noise(1, DEVIATION * Math.sqrt(DAYS), DAYS),
            turns,
            new double[] {drift, -drift},
            new double[] {1, 1});
    return SimulatedMarket.of(law)
        .gaps(0, Correlation.identity(1))
        .history(history)
        .bars(bars)
        .build();
  }

  /** As long as it is needed. */
  private record Trend(String name, double drift, Market law) implements Market {
    @Override
    public List<Instrument> instruments() {
      return law.instruments();
    }

    @Override
    public double barsPerYear() {
      return law.barsPerYear();
    }

    @Override
    public MarketTape tape() {
      return law.tape();
    }

    @Override
    public String fingerprint() {
      return law.fingerprint();
    }

    @Override
    public Market forEpisodes(int history, int bars) {
      return new Trend(name, drift, market(drift, history, bars));
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
