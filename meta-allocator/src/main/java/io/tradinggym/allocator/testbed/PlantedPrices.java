package io.tradinggym.allocator.testbed;

import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.MarketTape;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.market.process.Correlation;
import io.tradinggym.market.process.GeometricBrownian;
import io.tradinggym.market.process.MarketProvider;
import io.tradinggym.market.process.RegimeSwitching;
import io.tradinggym.market.process.SimulatedMarket;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Prices with planted edges, by name; no gaps, so that an order is filled at the price at which it was decided.
 *
 * <pre>
 * | trend, trend:DRIFT | one share whose log return of a day has a deviation of 1 % and a drift of +-DRIFT (.002) |
 * |                    | that turns once in 60 days: the law of Trend-v1 with lots, spread and volume              |
 * | planted            | TREND, LEVEL, COIN1, COIN2, COIN3, IV, STRADDLE: the laws of Trend-v1, Reversion-v1,      |
 * |                    | Momentum-v1 and Volatility-v1 side by side, a bar of each a day; IV is an index           |
 * | planted:none       | the same without their edges                                                              |
 * </pre>
 */
public final class PlantedPrices implements MarketProvider {
  private static final double DAYS = 252;
  private static final int YEAR = 252;
  private static final double DEVIATION = 0.01;
  private static final double TURN = 1.0 / 60;
  private static final double DRIFT = 0.002;
  private static final double START = 100;
  private static final String DESK = "planted";
  private static final List<String> SYMBOLS =
      List.of("TREND", "LEVEL", "COIN1", "COIN2", "COIN3", "IV", "STRADDLE");

  /** For {@link java.util.ServiceLoader}. */
  public PlantedPrices() {}

  @Override
  public Set<String> names() {
    return Set.of("trend", DESK);
  }

  @Override
  public Market market(String name, String rest) {
    Law law = name.equals(DESK) ? desk(rest) : trend(rest);
    return new Planted(rest.isEmpty() ? name : name + ":" + rest, law, law.market(0, YEAR));
  }

  private static Law trend(String rest) {
    double drift;
    try {
      drift = rest.isEmpty() ? DRIFT : Double.parseDouble(rest);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "market trend:DRIFT needs a number such as .002, was \"" + rest + "\"", e);
    }
    double[][] turns = {{1 - TURN, TURN}, {TURN, 1 - TURN}};
    RegimeSwitching law =
        new RegimeSwitching(
            GeometricBrownian.noise(1, DEVIATION * Math.sqrt(DAYS), DAYS),
            turns,
            new double[] {drift, -drift},
            new double[] {1, 1});
    return (history, bars) ->
        SimulatedMarket.of(law)
            .gaps(0, Correlation.identity(1))
            .history(history)
            .bars(bars)
            .build();
  }

  private static Law desk(String rest) {
    if (!rest.isEmpty() && !rest.equals("none")) {
      throw new IllegalArgumentException(
          "there are planted and planted:none, was \"" + rest + "\"");
    }
    PlantedProcess standard = PlantedProcess.standard();
    PlantedProcess law = rest.isEmpty() ? standard : standard.withoutEdges();
    List<Equity> shares = SYMBOLS.stream().map(Equity::adjusted).toList();
    double[] start = new double[law.assets()];
    Arrays.fill(start, START);
    start[SYMBOLS.indexOf("IV")] = law.index();
    return (history, bars) ->
        SimulatedMarket.of(law)
            .instruments(shares)
            .startPrices(start)
            .gaps(0, Correlation.identity(law.assets()))
            .history(history)
            .bars(bars)
            .build();
  }

  /** A market of any length. */
  private interface Law {
    SimulatedMarket market(int history, int bars);
  }

  /** As long as it is needed. */
  private record Planted(String name, Law law, SimulatedMarket market) implements Market {
    @Override
    public List<Instrument> instruments() {
      return market.instruments();
    }

    @Override
    public double barsPerYear() {
      return market.barsPerYear();
    }

    @Override
    public MarketTape tape() {
      return market.tape();
    }

    @Override
    public String fingerprint() {
      return market.fingerprint();
    }

    @Override
    public Market forEpisodes(int history, int bars) {
      return new Planted(name, law, law.market(history, bars));
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
