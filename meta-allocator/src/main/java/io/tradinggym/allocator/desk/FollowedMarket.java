package io.tradinggym.allocator.desk;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.MarketKind;
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
final class FollowedMarket implements Market {
  private final Market whole;
  private final Bars bars;
  private final int[] assets;
  private final List<Instrument> instruments;

  FollowedMarket(Market whole, Bars bars, int[] assets) {
    this.whole = whole;
    this.assets = assets.clone();
    this.bars = new Some(bars, this.assets);
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
  public MarketKind kind() {
    return whole.kind();
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

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Some(Bars all, int[] of) implements Bars {
    @Override
    public int assets() {
      return of.length;
    }

    @Override
    public int length() {
      return all.length();
    }

    @Override
    public long closeTime(int bar) {
      return all.closeTime(bar);
    }

    @Override
    public long open(int asset, int bar) {
      return all.open(of[asset], bar);
    }

    @Override
    public long high(int asset, int bar) {
      return all.high(of[asset], bar);
    }

    @Override
    public long low(int asset, int bar) {
      return all.low(of[asset], bar);
    }

    @Override
    public long close(int asset, int bar) {
      return all.close(of[asset], bar);
    }

    @Override
    public long volume(int asset, int bar) {
      return all.volume(of[asset], bar);
    }

    @Override
    public boolean traded(int asset, int bar) {
      return all.traded(of[asset], bar);
    }

    @Override
    public int goneFrom(int asset) {
      return all.goneFrom(of[asset]);
    }

    @Override
    public boolean hasActions() {
      return all.hasActions();
    }

    @Override
    public long dividend(int asset, int bar) {
      return all.dividend(of[asset], bar);
    }

    @Override
    public int splitShares(int asset, int bar) {
      return all.splitShares(of[asset], bar);
    }

    @Override
    public int splitOf(int asset, int bar) {
      return all.splitOf(of[asset], bar);
    }
  }
}
