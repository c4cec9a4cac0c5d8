package io.tradinggym.explain.card;

import io.tradinggym.explain.attribution.ScoreFunction;

/** Something that a card says of a policy, and that can be found wrong: by asking the policy. */
public sealed interface Claim {
  /**
   * {@return whether it is so}
   *
   * @param margin chosen score less the runner-up's, of the policy
   * @param observation one observation, as many floats as the margin has inputs
   */
  boolean holds(ScoreFunction margin, float[] observation);

  /**
   * At its baseline this input would leave the decision a smaller margin (or, against it, a larger one).
   *
   * @param input index of the input, from 0
   * @param baseline what it is set to
   * @param supports whether it speaks for the decision
   * @param share of the sum of absolute attributions, 0 to 1
   */
  record Driver(int input, float baseline, boolean supports, double share) implements Claim {
    @Override
    public boolean holds(ScoreFunction margin, float[] observation) {
      float[] changed = observation.clone();
      changed[input] = baseline;
      double moved = margin.at(changed) - margin.at(observation);
      return supports ? moved < 0 : moved > 0;
    }
  }

  /**
   * With these values instead the decision would have been another, and half way there not yet.
   *
   * @param first index of the input that changes, from 0
   * @param firstTo its value where the decision has turned
   * @param second index of another input that changes; -1 for none
   * @param secondTo its value there
   */
  record Flip(int first, float firstTo, int second, float secondTo) implements Claim {
    @Override
    public boolean holds(ScoreFunction margin, float[] observation) {
      return margin.at(moved(observation, 1)) <= 0 && margin.at(moved(observation, 0.5f)) > 0;
    }

    private float[] moved(float[] observation, float part) {
      float[] changed = observation.clone();
      changed[first] = part == 1 ? firstTo : between(observation[first], firstTo, part);
      if (second >= 0) {
        changed[second] = part == 1 ? secondTo : between(observation[second], secondTo, part);
      }
      return changed;
    }

    private static float between(float from, float to, float part) {
      return from + part * (to - from);
    }
  }
}
