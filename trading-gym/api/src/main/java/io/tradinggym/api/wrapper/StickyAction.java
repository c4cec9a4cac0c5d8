package io.tradinggym.api.wrapper;

import io.tradinggym.api.Action;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Frame;
import io.tradinggym.api.LaneWrapper;
import io.tradinggym.api.Options;
import io.tradinggym.api.random.RandomStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;

/**
 * Repeats the last action with a probability, whatever is asked: a policy can no longer learn a sequence by heart. Each
 * step but an episode's first draws one number from the lane's stream.
 *
 * @see <a href="https://doi.org/10.1613/jair.5699">Machado et al. (2018), section 5</a>
 */
public final class StickyAction extends LogicWrapper {
  private final double probability;
  private final float[] last;
  private final Action cursor = new Action();
  private boolean first = true;

  /**
   * Wraps a law; the probability is in [0, 1). Needs an unmasked environment: a repeated action may be forbidden.
   *
   * @param inner the law that is wrapped
   * @param probability that the action before is taken again, in [0, 1)
   * @throws IllegalArgumentException if it is not, or the environment masks
   */
  public StickyAction(EnvironmentLogic inner, double probability) {
    super(
        inner,
        Settings.with(
                inner.spec(),
                "StickyAction",
                Map.of("probability", String.valueOf(checked(probability))))
            .build());
    if (inner.spec().masked()) {
      throw new IllegalArgumentException(
          "StickyAction cannot wrap a masked environment: " + inner.spec().id());
    }
    this.probability = probability;
    last = new float[inner.spec().action().size()];
  }

  /**
   * {@return a wrapper whose actions stick with this probability}
   *
   * @param probability that the action before is taken again, in [0, 1)
   */
  public static LaneWrapper of(double probability) {
    checked(probability);
    return inner -> new StickyAction(inner, probability);
  }

  private static double checked(double probability) {
    if (!(probability >= 0 && probability < 1)) {
      throw new IllegalArgumentException("probability must be in [0, 1), was " + probability);
    }
    return probability;
  }

  @Override
  public void reset(RandomStream random, Options options, Frame frame) {
    inner.reset(random, options, frame);
    first = true;
  }

  @Override
  public EndReason step(Action action, RandomStream random, Frame frame) {
    if (first || !random.bernoulli(probability)) {
      for (int i = 0; i < last.length; i++) {
        last[i] = action.get(i);
      }
    }
    first = false;
    return inner.step(cursor.at(last, 0), random, frame);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    super.save(out);
    out.writeBoolean(first);
    for (float value : last) {
      out.writeFloat(value);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    super.restore(in);
    first = in.readBoolean();
    for (int i = 0; i < last.length; i++) {
      last[i] = in.readFloat();
    }
  }
}
