package io.tradinggym.market.process;

import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.MarketTape;
import io.tradinggym.market.instrument.Instrument;
import java.util.List;
import java.util.function.Supplier;

/**
 * A simulated market of a name, whose episodes are as long as who trades on it needs.
 *
 * @param law a new builder every time
 * @param market of the builder's own lengths
 */
record NamedMarket(String name, Supplier<SimulatedMarket.Builder> law, SimulatedMarket market)
    implements Market {
  /** At least so much history is drawn, so that features with short memories are all shown the same path. */
  private static final int HISTORY = 64;

  NamedMarket(String name, Supplier<SimulatedMarket.Builder> law) {
    this(name, law, law.get().build());
  }

  @Override
  public Market forEpisodes(int history, int bars) {
    return law.get().history(Math.max(HISTORY, history)).bars(bars).build();
  }

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
  public String toString() {
    return name;
  }
}
