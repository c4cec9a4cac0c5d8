package io.tradinggym.stocks;

import io.tradinggym.api.Frame;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.market.instrument.Instrument;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/** Correlated geometric Brownian motion, a new path every episode. */
final class SimulatedFeed implements Feed {
  private final List<Instrument> instruments;
  private final SimulatedBars bars;
  private final FeatureColumns features;
  private RandomStream start = RandomStreams.of(0).stream("market");

  SimulatedFeed(int assets, int length) {
    instruments =
        IntStream.range(0, assets).mapToObj(asset -> (Instrument) Equity.printed("SIM" + (asset + 1))).toList();
    bars = new SimulatedBars(assets, length);
    features = new FeatureColumns(assets, length);
  }

  @Override
  public List<Instrument> instruments() {
    return instruments;
  }

  @Override
  public void begin(RandomStream random) {
    start = random.fork();
    bars.draw(random);
    features.compute(bars);
  }

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
  public void save(DataOutput out) throws IOException {
    start.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    start.restore(in);
    bars.draw(start.fork());
    features.compute(bars);
  }
}
