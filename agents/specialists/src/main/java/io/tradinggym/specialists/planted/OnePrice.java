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
  private final int lowest;
  private final int exact;
  private final PriceFeatures features;
  private final EnvironmentSpec spec;
  private int position;

  /**
   * An environment.
   *
   * @param exact numbers of the exact filter at the end of the observation; 0 = the trader sees features only
   */
  OnePrice(String id, double cost, boolean shorts, int bars, PriceFeatures features, int exact) {
    this.cost = cost;
    this.features = features;
    this.exact = exact;
    lowest = shorts ? -1 : 0;
    int size = features.size() + 1 + exact;
    float[] low = new float[size];
    float[] high = new float[size];
    Arrays.fill(low, -LIMIT);
    Arrays.fill(high, LIMIT);
    low[features.size()] = lowest;
    high[features.size()] = 1;
    spec =
        EnvironmentSpec.of(id)
            .observation(Box.of(low, high))
            .action(Discrete.of(2 - lowest))
            .maxSteps(bars)
            .info(
                InfoField.of("position", "share of wealth", "held over the bar that ended"),
                InfoField.of("return", "log", "of the asset over the bar that ended"),
                InfoField.of("cost", "log", "paid for the trade, not negative"))
            .build();
  }

  /** Draws the past: forgets the last episode and shows the bars before the first decision to {@code features}. */
  abstract void begin(RandomStream random, PriceFeatures history);

  /** Draws the log return of the next bar and takes it into the exact filter. */
  abstract double next(RandomStream random);

  /** The i-th number of the exact filter, about in [-10, 10]. */
  abstract double known(int i);

  abstract void saveLaw(DataOutput out) throws IOException;

  abstract void restoreLaw(DataInput in) throws IOException;

  @Override
  public final EnvironmentSpec spec() {
    return spec;
  }

  @Override
  public final void reset(RandomStream random, Options options, Frame frame) {
    features.reset();
    begin(random, features);
    position = 0;
    observe(frame);
  }

  @Override
  public final EndReason step(Action action, RandomStream random, Frame frame) {
    int target = action.discrete() + lowest;
    double paid = -StrictMath.log(1 - cost * Math.abs(target - position));
    position = target;
    double r = next(random);
    features.add(r);
    frame.reward(StrictMath.log(1 + position * StrictMath.expm1(r)) - paid);
    frame.info(0, position);
    frame.info(1, r);
    frame.info(2, paid);
    observe(frame);
    return EndReason.NONE;
  }

  private void observe(Frame frame) {
    int size = features.size();
    for (int i = 0; i < size; i++) {
      frame.observe(i, Math.clamp(features.value(i), -LIMIT, LIMIT));
    }
    frame.observe(size, position);
    for (int i = 0; i < exact; i++) {
      frame.observe(size + 1 + i, Math.clamp(known(i), -LIMIT, LIMIT));
    }
  }

  @Override
  public final void save(DataOutput out) throws IOException {
    out.writeInt(position);
    features.save(out);
    saveLaw(out);
  }

  @Override
  public final void restore(DataInput in) throws IOException {
    position = in.readInt();
    features.restore(in);
    restoreLaw(in);
  }
}
