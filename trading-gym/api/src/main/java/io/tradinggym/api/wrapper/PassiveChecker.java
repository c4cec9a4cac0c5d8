package io.tradinggym.api.wrapper;

import io.tradinggym.api.Action;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Frame;
import io.tradinggym.api.Options;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.Space;
import java.util.Arrays;

/**
 * Watches the first {@value #STEPS} steps: observations lie in their space, rewards and infos are finite, masks leave a
 * choice unless the episode is over, a reset writes the whole observation, and actions
 * are choices of their space (a Box action outside its bounds is left to the law, which may clip).
 * {@link io.tradinggym.api.Gym} puts it around the first lane of what it makes; the engine takes it away at the first
 * reset after it is done, so it costs nothing then. It is no part of the spec, and has no state worth saving.
 */
public final class PassiveChecker extends LogicWrapper {
  /** Steps that are watched. */
  public static final int STEPS = 1000;

  private final Space actions;
  private final Space observations;
  private final float[] observation;
  private final float[] action;
  private final boolean[] mask;
  private int left = STEPS;

  /**
   * Wraps a law.
   *
   * @param inner the law that is wrapped
   */
  public PassiveChecker(EnvironmentLogic inner) {
    super(inner, inner.spec());
    actions = inner.spec().action();
    observations = inner.spec().observation();
    observation = new float[observations.size()];
    action = new float[actions.size()];
    mask = new boolean[inner.spec().masked() ? actions.maskSize() : 0];
  }

  /** {@return whether nothing is checked any more} */
  public boolean done() {
    return left <= 0;
  }

  @Override
  public void reset(RandomStream random, Options options, Frame frame) {
    if (!done()) {
      for (int i = 0; i < observation.length; i++) {
        frame.observe(i, Double.NaN); // what the last episode left must not pass as written
      }
    }
    inner.reset(random, options, frame);
    check(frame, "reset", false);
  }

  @Override
  public EndReason step(Action taken, RandomStream random, Frame frame) {
    if (done()) {
      return inner.step(taken, random, frame);
    }
    left--;
    checkAction(taken);
    EndReason end = inner.step(taken, random, frame);
    check(frame, "step", end.ended());
    return end;
  }

  private void checkAction(Action taken) {
    for (int i = 0; i < action.length; i++) {
      action[i] = taken.get(i);
    }
    if (!actions.accepts(action, 0)) {
      throw new IllegalArgumentException(
          spec().id() + ": action " + Arrays.toString(action) + " is not in " + actions);
    }
  }

  private void check(Frame frame, String where, boolean ended) {
    frame.copyObservation(0, observation, 0, observation.length);
    if (!observations.contains(observation)) {
      throw new IllegalStateException(spec().id() + ": after a " + where + ", " + offence());
    }
    if (!Double.isFinite(frame.reward())) {
      throw new IllegalStateException(
          spec().id() + ": after a " + where + ", the reward is " + frame.reward());
    }
    for (int i = 0; i < spec().infoFields().size(); i++) {
      if (Double.isInfinite(frame.info(i))) {
        throw new IllegalStateException(
            spec().id()
                + ": after a "
                + where
                + ", info "
                + spec().infoFields().get(i).name()
                + " is "
                + frame.info(i));
      }
    }
    for (int i = 0; i < mask.length; i++) {
      mask[i] = frame.allowed(i);
    }
    // After an end nothing is chosen, so a mask that allows nothing says just that.
    if (mask.length > 0 && !ended && !actions.leavesChoice(mask, 0)) {
      throw new IllegalStateException(
          spec().id() + ": after a " + where + ", the mask leaves no choice");
    }
  }

  private String offence() {
    if (observations instanceof Box box) {
      for (int i = 0; i < observation.length; i++) {
        if (Float.isNaN(observation[i])) {
          return "observation[" + i + "] is NaN or was not written";
        }
        if (!(observation[i] >= box.low(i) && observation[i] <= box.high(i))) {
          return "observation["
              + i
              + "] = "
              + observation[i]
              + " is outside ["
              + box.low(i)
              + ", "
              + box.high(i)
              + "]";
        }
      }
    }
    return "the observation " + Arrays.toString(observation) + " is not in " + observations;
  }
}
