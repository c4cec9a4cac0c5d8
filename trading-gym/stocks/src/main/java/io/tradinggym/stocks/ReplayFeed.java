package io.tradinggym.stocks;

import io.tradinggym.api.Frame;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.instrument.Instrument;
import java.io.DataInput;
import java.io.DataOutput;
import java.util.List;

/** Recorded bars: the same in every episode, shared read-only by all lanes. */
final class ReplayFeed implements Feed {
  private final List<Instrument> instruments;
  private final Bars bars;
  private final FeatureColumns features;

  ReplayFeed(List<Instrument> instruments, Bars bars) {
    if (instruments.size() != bars.assets()) {
      throw new IllegalArgumentException(
          "there must be one instrument an asset, were " + instruments.size() + " for " + bars.assets() + " assets");
    }
    this.instruments = List.copyOf(instruments);
    this.bars = bars;
    features = new FeatureColumns(bars.assets(), bars.length());
    features.compute(bars);
  }

  @Override
  public List<Instrument> instruments() {
    return instruments;
  }

  @Override
  public void begin(RandomStream random) {}

  @Override
  public Bars bars() {
    return bars;
  }

  @Override
  public int features() {
    return FeatureColumns.COUNT;
  }

  @Override
  public int warmUp() {
    return FeatureColumns.WARM_UP;
  }

  @Override
  public void observe(Frame frame, int at, int from, int count) {
    features.observe(frame, at, from, count);
  }

  @Override
  public void save(DataOutput out) {}

  @Override
  public void restore(DataInput in) {}
}
