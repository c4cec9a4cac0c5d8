package io.tradinggym.allocator.desk;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.MarketOf;
import io.tradinggym.market.data.MarketTape;
import io.tradinggym.market.instrument.Instrument;
import java.io.DataInput;
import java.io.DataOutput;
import java.util.Arrays;
import java.util.List;

/**
 * Some instruments of another lane's bars, as a market for an environment that goes along on the same path: its tape
 * draws nothing, whatever that lane stands on it stands on, too. For one environment.
 */
final class FollowedMarket implements MarketOf {
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
  public Market market() {
    return whole;
  }

  @Override
  public List<Instrument> instruments() {
    return instruments;
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
