package io.tradinggym.crypto.market;

import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.MarketTape;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.market.process.Correlation;
import io.tradinggym.market.process.Gjr;
import io.tradinggym.market.process.GjrGarch;
import io.tradinggym.market.process.Shocks;
import io.tradinggym.market.process.SimulatedMarket;
import io.tradinggym.market.process.VolumeLaw;
import java.util.Collections;
import java.util.List;

/**
 * BTC spot on two venues by the minute: the first leads, the second follows, {@link LeadAndLag}.
 *
 * <p>What that gets wrong: the distance closes by itself, whoever trades on it; both venues always work; coins are as
 * good on one as on the other.
 *
 * @param law of the prices on both venues, a bar a minute
 * @param market the paths, the leading venue first
 */
public record TwoVenues(LeadAndLag law, SimulatedMarket market) implements Market {
  private static final double MINUTES_PER_YEAR = 365 * 24 * 60;
  private static final double MINUTE_DEVIATION = 0.0007;
  private static final double FREEDOM = 4;
  private static final int BARS = 720;
  private static final int HISTORY = 64;

  /** Lots that the median minute trades. */
  private static final double LOTS = 1e5;

  private static final VolumeLaw VOLUME = new VolumeLaw(LOTS, 0.8, 0.25, 0.65, 0.25);

  /**
   * {@return the usual one: the follower misses a third of a minute's move and makes up a third of its distance each
   * minute}
   */
  public static TwoVenues usual() {
    Gjr minute = Gjr.withDeviation(0, MINUTE_DEVIATION, 0.06, 0.02, 0.9);
    GjrGarch leader =
        new GjrGarch(List.of(minute), Shocks.student(Correlation.identity(1), FREEDOM));
    return of(new LeadAndLag(leader, 0.35, 0.3, 0.0006));
  }

  /**
   * {@return the market of another law}
   *
   * @param law of both venues, a bar a minute
   */
  public static TwoVenues of(LeadAndLag law) {
    return of(law, HISTORY, BARS);
  }

  private static TwoVenues of(LeadAndLag law, int history, int bars) {
    Coin coin = Coin.BTC;
    return new TwoVenues(
        law,
        SimulatedMarket.of(law)
            .instruments(List.of(coin.spot("@A"), coin.spot("@B")))
            .startPrices(coin.price(), coin.price())
            .volumes(Collections.nCopies(2, VOLUME))
            .gaps(0, Correlation.identity(2))
            .barsPerYear(MINUTES_PER_YEAR)
            .history(history)
            .bars(bars)
            .build());
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
  public Market forEpisodes(int history, int bars) {
    return of(law, Math.max(HISTORY, history), bars);
  }
}
