package io.tradinggym.market.feature;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.data.AsOf;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.Clock;
import io.tradinggym.market.data.MarketData;
import io.tradinggym.market.data.MarketTape;
import io.tradinggym.market.data.Range;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A feature of any size, made fit for an observation: {@code (value - mean) / deviation} of the training range, all
 * assets together. Where the feature has no value it is 0, the mean.
 *
 * @param raw the feature in its own unit
 */
public record Standardised(Feature raw) implements FittedSource {
  /** Paths that are drawn of a simulated market. */
  private static final int PATHS = 16;

  @Override
  public String name() {
    return raw.name();
  }

  @Override
  public int warmUp() {
    return raw.warmUp();
  }

  /**
   * Learns mean and deviation over the decision bars, each asset from the end of its warm-up on; 16 paths of a
   * simulated market.
   *
   * @throws IllegalArgumentException if the feature has no value there
   */
  @Override
  public FittedFeature fit(Range.Train train) {
    MarketTape tape = train.tape();
    Bars bars = tape.bars();
    Clock clock = new Clock(bars, train.instruments());
    RandomStream random = RandomStreams.of(0).stream("scaler");
    Moments moments = new Moments();
    int paths = bars instanceof MarketData ? 1 : PATHS;
    for (int path = 0; path < paths; path++) {
      tape.next(random);
      for (int asset = 0; asset < bars.assets(); asset++) {
        add(moments, bars, clock, asset, tape.firstDecision());
      }
    }
    if (moments.count == 0) {
      throw new IllegalArgumentException(
          "feature "
              + name()
              + " has no value in the training range of "
              + bars.length()
              + " bars");
    }
    double deviation = Math.sqrt(moments.squares / moments.count);
    return new Fitted(raw, moments.mean, deviation > 0 ? deviation : 1);
  }

  private void add(Moments moments, Bars bars, Clock clock, int asset, int firstDecision) {
    Feature.State state = raw.create();
    int age = -1;
    for (int bar = 0; bar < bars.length(); bar++) {
      if (age < 0 && !bars.traded(asset, bar)) {
        continue;
      }
      age++;
      clock.set(bar);
      double value = state.next(clock.view(), asset);
      if (age >= raw.warmUp() && bar >= firstDecision && !Double.isNaN(value)) {
        moments.add(value);
      }
    }
  }

  @Override
  public FittedFeature load(DataInput in) throws IOException {
    String saved = in.readUTF();
    if (!saved.equals(name())) {
      throw new IOException("a scaling of feature " + saved + " was saved here, not of " + name());
    }
    return new Fitted(raw, in.readDouble(), in.readDouble());
  }

  /** Welford's running mean and squares. */
  private static final class Moments {
    private long count;
    private double mean;
    private double squares;

    void add(double value) {
      count++;
      double distance = value - mean;
      mean += distance / count;
      squares += distance * (value - mean);
    }
  }

  /** With what was learned. */
  private record Fitted(Feature raw, double mean, double deviation) implements FittedFeature {
    @Override
    public String name() {
      return raw.name();
    }

    @Override
    public int warmUp() {
      return raw.warmUp();
    }

    @Override
    public Feature.State create() {
      return new Scaled(raw.create(), mean, deviation);
    }

    @Override
    public void save(DataOutput out) throws IOException {
      out.writeUTF(name());
      out.writeDouble(mean);
      out.writeDouble(deviation);
    }
  }

  private record Scaled(Feature.State raw, double mean, double deviation) implements Feature.State {
    @Override
    public void reset() {
      raw.reset();
    }

    @Override
    public double next(AsOf view, int asset) {
      double value = raw.next(view, asset);
      return Double.isNaN(value) ? 0 : (value - mean) / deviation;
    }
  }
}
