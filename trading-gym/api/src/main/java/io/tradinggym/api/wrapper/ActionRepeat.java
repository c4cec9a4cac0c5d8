package io.tradinggym.api.wrapper;

import io.tradinggym.api.Action;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Frame;
import io.tradinggym.api.LaneWrapper;
import io.tradinggym.api.Options;
import io.tradinggym.api.random.RandomStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;

/**
 * Takes each action several times in a row and sums the rewards; observation, mask and infos are those of the last. An
 * end cuts the repetition short, and so does the inner step limit, which is then met exactly.
 */
public final class ActionRepeat extends LogicWrapper {
  private final int times;
  private final int innerLimit;
  private int innerSteps;

  /**
   * Wraps a law; {@code times} >= 1. Needs an unmasked environment: a repeated action may be forbidden.
   *
   * @param inner the law that is wrapped
   * @param times steps that each action is taken for, &gt;= 1
   * @throws IllegalArgumentException if it is less, or the environment masks
   */
  public ActionRepeat(EnvironmentLogic inner, int times) {
    super(inner, spec(inner.spec(), times));
    this.times = times;
    innerLimit = inner.spec().maxSteps() == 0 ? Integer.MAX_VALUE : inner.spec().maxSteps();
  }

  /**
   * {@return a wrapper that takes every action so many times}
   *
   * @param times steps that each action is taken for, &gt;= 1
   */
  public static LaneWrapper of(int times) {
    requirePositive(times);
    return inner -> new ActionRepeat(inner, times);
  }

  private static void requirePositive(int times) {
    if (times < 1) {
      throw new IllegalArgumentException("times must be >= 1, was " + times);
    }
  }

  private static EnvironmentSpec spec(EnvironmentSpec inner, int times) {
    requirePositive(times);
    if (inner.masked()) {
      throw new IllegalArgumentException(
          "ActionRepeat cannot wrap a masked environment: " + inner.id());
    }
    return Settings.with(inner, "ActionRepeat", Map.of("times", String.valueOf(times)))
        .maxSteps(Math.ceilDiv(inner.maxSteps(), times))
        .build();
  }

  @Override
  public void reset(RandomStream random, Options options, Frame frame) {
    inner.reset(random, options, frame);
    innerSteps = 0;
  }

  @Override
  public EndReason step(Action action, RandomStream random, Frame frame) {
    double total = 0;
    EndReason end = EndReason.NONE;
    for (int i = 0; i < times && !end.ended() && innerSteps < innerLimit; i++) {
      frame.clear();
      end = inner.step(action, random, frame);
      total += frame.reward();
      innerSteps++;
    }
    frame.reward(total);
    // Whoever is outside may have stated another limit; past its own the law is not stepped.
    return end.ended() || innerSteps < innerLimit ? end : EndReason.TIME_LIMIT;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    super.save(out);
    out.writeInt(innerSteps);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    super.restore(in);
    innerSteps = in.readInt();
  }
}
