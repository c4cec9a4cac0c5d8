package io.tradinggym.allocator.desk;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.market.calendar.MarketCalendar;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.MarketKind;
import io.tradinggym.market.data.MarketTape;
import io.tradinggym.market.data.Purpose;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Instrument;
import java.io.DataInput;
import java.io.DataOutput;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

/**
 * Some instruments of another lane's bars, as a market for an environment that goes along on the same path: its tape
 * draws nothing, whatever that lane stands on it stands on, too. For one environment.
 */
final class FollowedMarket implements Market {
  private final Market whole;
  private final Bars bars;
  private final int[] assets;
  private final List<Instrument> instruments;

  FollowedMarket(Market whole, Bars bars, int[] assets) {
    this.whole = whole;
    this.assets = assets.clone();
    this.bars = SomeBars.of(bars, this.assets);
    instruments = Arrays.stream(assets).mapToObj(whole.instruments()::get).toList();
  }

  @Override
  public List<Instrument> instruments() {
    return instruments;
  }

  @Override
  public double barsPerYear() {
    return whole.barsPerYear();
  }

  @Override
  public boolean pricesAsPrinted() {
    return whole.pricesAsPrinted();
  }

  @Override
  public boolean quoted() {
    return whole.quoted();
  }

  @Override
  public MarketKind kind() {
    return whole.kind();
  }

  @Override
  public Purpose purpose() {
    return whole.purpose();
  }

  @Override
  public MarketCalendar calendar() {
    return whole.calendar();
  }

  @Override
  public ZoneId zone() {
    return whole.zone();
  }

  @Override
  public Currency currency() {
    return whole.currency();
  }

  @Override
  public int assets() {
    return instruments.size();
  }

  /** The bars are those of the lane that is followed, whatever is asked for. */
  @Override
  public Market forEpisodes(int history, int bars) {
    return this;
  }

  @Override
  public String fingerprint() {
    return whole.fingerprint() + Arrays.toString(assets);
  }

  @Override
  public MarketTape tape() {
    return new Along(bars);
  }

  private record Along(Bars bars) implements MarketTape {
    @Override
    public int firstDecision() {
      return 0;
    }

    @Override
    public void next(RandomStream random) {}

    @Override
    public void save(DataOutput out) {}

    @Override
    public void restore(DataInput in) {}
  }
}
