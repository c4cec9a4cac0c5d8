package io.tradinggym.specialists.planted;

import io.tradinggym.api.Action;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Frame;
import io.tradinggym.api.InfoField;
import io.tradinggym.api.Options;
import io.tradinggym.api.Resumable;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.Discrete;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * One asset, positions -1, 0, 1 or 0, 1, log wealth as reward. What the price does and what of it is known are a
 * subclass's.
 */
abstract class OnePrice implements EnvironmentLogic, Resumable {
  private static final float LIMIT = 10;

  private final double cost;
  private final OnePriceReader reader;
  private final EnvironmentSpec spec;
  private int position;

  OnePrice(String id, double cost, int bars, OnePriceReader reader) {
    this.cost = cost;
    this.reader = reader;
    int size = reader.size();
    float[] low = new float[size];
    float[] high = new float[size];
    Arrays.fill(low, -LIMIT);
    Arrays.fill(high, LIMIT);
    low[reader.positionAt()] = reader.lowest();
    high[reader.positionAt()] = 1;
    spec =
        EnvironmentSpec.of(id)
            .observation(Box.of(low, high))
            .action(Discrete.of(2 - reader.lowest()))
            .maxSteps(bars)
            .info(
                InfoField.of("position", "share of wealth", "held over the bar that ended"),
                InfoField.of("return", "log", "of the asset over the bar that ended"),
                InfoField.of("cost", "log", "paid for the trade, not negative"))
            .build();
  }

  /** Draws where a path begins. */
  abstract void begin(RandomStream random);

  /** Draws the log return of the next bar. */
  abstract double next(RandomStream random);

  abstract void saveLaw(DataOutput out) throws IOException;

  abstract void restoreLaw(DataInput in) throws IOException;

  @Override
  public final EnvironmentSpec spec() {
    return spec;
  }

  @Override
  public final void reset(RandomStream random, Options options, Frame frame) {
    reader.begin();
    begin(random);
    for (int bar = 0; bar < PriceFeatures.HISTORY; bar++) {
      reader.add(next(random));
    }
    position = 0;
    observe(frame);
  }

  @Override
  public final EndReason step(Action action, RandomStream random, Frame frame) {
    int target = action.discrete() + reader.lowest();
    double paid = -StrictMath.log(1 - cost * Math.abs(target - position));
    position = target;
    double r = next(random);
    reader.add(r);
    frame.reward(StrictMath.log(1 + position * StrictMath.expm1(r)) - paid);
    frame.info(0, position);
    frame.info(1, r);
    frame.info(2, paid);
    observe(frame);
    return EndReason.NONE;
  }

  private void observe(Frame frame) {
    for (int i = 0; i < reader.size(); i++) {
      frame.observe(i, reader.value(i, position));
    }
  }

  @Override
  public final void save(DataOutput out) throws IOException {
    out.writeInt(position);
    reader.save(out);
    saveLaw(out);
  }

  @Override
  public final void restore(DataInput in) throws IOException {
    position = in.readInt();
    reader.restore(in);
    restoreLaw(in);
  }
}
