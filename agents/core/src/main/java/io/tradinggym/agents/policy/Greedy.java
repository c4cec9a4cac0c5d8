package io.tradinggym.agents.policy;

import io.tradinggym.api.Batch;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.space.Discrete;
import io.tradinggym.api.space.Space;

/** Choices among the actions of a Discrete space by their values. */
public final class Greedy {
  private Greedy() {}

  /**
   * {@return the space as what can be valued action by action}
   *
   * @param actions the action space
   * @throws IllegalArgumentException unless it is Discrete
   */
  public static Discrete requireDiscrete(Space actions) {
    if (actions instanceof Discrete discrete) {
      return discrete;
    }
    throw new IllegalArgumentException("needs a Discrete action space, was " + actions.toJson());
  }

  /**
   * {@return the allowed action of the largest value, the first of several; -1 if none is allowed}
   *
   * @param values of the actions, one each, read from {@code at}
   * @param at index of the first action's value
   * @param n number of actions, &gt;= 0
   * @param mask true = allowed, read at {@code maskAt}; an empty array allows everything
   * @param maskAt index of the first entry of the mask
   */
  public static int choice(float[] values, int at, int n, boolean[] mask, int maskAt) {
    int best = -1;
    for (int a = 0; a < n; a++) {
      if ((mask.length == 0 || mask[maskAt + a])
          && (best < 0 || values[at + a] > values[at + best])) {
        best = a;
      }
    }
    return best;
  }

  /**
   * Writes a random action of a lane that its mask allows. After an end nothing is chosen, so the mask may allow
   * nothing there: then it is any action.
   *
   * @param actions the action space, whose choices are numbered from its start
   * @param random the stream to draw from
   * @param batch what a reset or step filled
   * @param lane index of the lane, from 0
   * @param out receives one action for each lane, of which this writes the lane's
   */
  public static void sample(
      Discrete actions, RandomStream random, Batch batch, int lane, float[] out) {
    int maskAt = lane * batch.maskSize;
    if (overWithoutChoice(actions, batch, lane)) {
      out[lane] = actions.start();
    } else {
      actions.sample(random, batch.masks, maskAt, out, lane);
    }
  }

  /**
   * {@return whether a lane's episode is over and its mask allows nothing any more}
   *
   * @param actions the action space, whose choices are numbered from its start
   * @param batch what a reset or step filled
   * @param lane index of the lane, from 0
   */
  public static boolean overWithoutChoice(Discrete actions, Batch batch, int lane) {
    return batch.ends[lane] != 0
        && batch.maskSize > 0
        && !actions.leavesChoice(batch.masks, lane * batch.maskSize);
  }
}
