package io.tradinggym.allocator.testbed;

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
 * {@code RegimeAllocation-v1}: give the capital to one of four specialists, to all alike, or keep cash, while a hidden
 * regime says who earns ({@link AllocationLaw}).
 *
 * <pre>
 *   observation   0 .. 3     the last bar's returns of the four, percent
 *                 4          y of the last bar
 *                 5 .. 19    exponential means of these five, spans 5, 20, 60 (all five of a span together), times the
 *                            root of the span
 *                 20 .. 25   1 at what is held
 *                 26 .. 28   only if informed: chances of the coming bar's regime (exact)
 *   action        0 .. 5     cash, trend, reversion, volatility, momentum, quarters
 *   reward        ln(1 + w . r) + ln(1 - c sum |dw|)
 *   episode       252 bars, in cash at the start, the chain in its long run, no history
 * </pre>
 *
 * <p>The optimum is .3766 at 5 bp; fixed share with tuned rates earns .201, the best single specialist .064, quarters
 * .032, random -.139. Without the edge it is cash and 0.
 */
public final class RegimeAllocation implements EnvironmentLogic, Resumable {
  private static final int SEEN = AllocationLaw.SPECIALISTS + 1;
  private static final int[] SPANS = {5, 20, 60};
  private static final int HELD = SEEN * (1 + SPANS.length);
  private static final int FILTER = HELD + AllocationLaw.CHOICES;
  private static final float LIMIT = 20;
  private static final double PERCENT = 100;

  private final AllocationLaw law;
  private final boolean informed;
  private final EnvironmentSpec spec;
  private final double[] seen = new double[SEEN];
  private final double[] means = new double[SEEN * SPANS.length];
  private final double[] chances = new double[AllocationLaw.REGIMES];
  private int regime;
  private int held;

  /**
   * A testbed.
   *
   * @param law of the specialists' returns
   * @param informed whether the exact chances of the regimes are appended to the observation
   */
  public RegimeAllocation(AllocationLaw law, boolean informed) {
    this.law = law;
    this.informed = informed;
    int size = FILTER + (informed ? AllocationLaw.REGIMES : 0);
    float[] low = new float[size];
    float[] high = new float[size];
    Arrays.fill(low, 0, HELD, -LIMIT);
    Arrays.fill(high, 0, HELD, LIMIT);
    Arrays.fill(high, HELD, size, 1);
    spec =
        EnvironmentSpec.of("RegimeAllocation-v1")
            .observation(Box.of(low, high))
            .action(Discrete.of(AllocationLaw.CHOICES))
            .maxSteps(law.bars())
            .info(
                InfoField.of("held", "index", "0 cash, 1 .. 4 the specialists, 5 quarters"),
                InfoField.of(
                    "regime", "index", "of the bar that ended: 0 trend, 1 range, 2 crisis"),
                InfoField.of("cost", "log", "paid for the change, not negative"))
            .build();
  }

  @Override
  public EnvironmentSpec spec() {
    return spec;
  }

  @Override
  public void reset(RandomStream random, Options options, Frame frame) {
    regime = AllocationLaw.first(random);
    held = 0;
    Arrays.fill(seen, 0);
    Arrays.fill(means, 0);
    for (int i = 0; i < chances.length; i++) {
      chances[i] = AllocationLaw.stationary(i);
    }
    observe(frame);
  }

  @Override
  public EndReason step(Action action, RandomStream random, Frame frame) {
    int target = action.discrete();
    double paid = law.fee(held, target);
    held = target;
    law.draw(regime, random, seen);
    law.filter(chances, seen);
    for (int k = 0; k < SPANS.length; k++) {
      double decay = 2.0 / (SPANS[k] + 1);
      for (int i = 0; i < SEEN; i++) {
        int at = k * SEEN + i;
        means[at] += decay * (shown(i) - means[at]);
      }
    }
    frame.reward(AllocationLaw.earned(held, seen) - paid);
    frame.info(0, held);
    frame.info(1, regime);
    frame.info(2, paid);
    regime = AllocationLaw.next(regime, random);
    observe(frame);
    return EndReason.NONE;
  }

  private double shown(int i) {
    return i < AllocationLaw.SPECIALISTS ? PERCENT * seen[i] : seen[i];
  }

  private void observe(Frame frame) {
    for (int i = 0; i < SEEN; i++) {
      frame.observe(i, Math.clamp(shown(i), -LIMIT, LIMIT));
    }
    for (int at = 0; at < means.length; at++) {
      double value = means[at] * StrictMath.sqrt(SPANS[at / SEEN]);
      frame.observe(SEEN + at, Math.clamp(value, -LIMIT, LIMIT));
    }
    for (int choice = 0; choice < AllocationLaw.CHOICES; choice++) {
      frame.observe(HELD + choice, choice == held ? 1 : 0);
    }
    for (int i = 0; informed && i < chances.length; i++) {
      frame.observe(FILTER + i, chances[i]);
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(regime);
    out.writeInt(held);
    write(out, seen);
    write(out, means);
    write(out, chances);
  }

  private static void write(DataOutput out, double[] values) throws IOException {
    for (double value : values) {
      out.writeDouble(value);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    regime = in.readInt();
    held = in.readInt();
    read(in, seen);
    read(in, means);
    read(in, chances);
  }

  private static void read(DataInput in, double[] values) throws IOException {
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readDouble();
    }
  }
}
