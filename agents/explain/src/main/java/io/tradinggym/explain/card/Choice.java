package io.tradinggym.explain.card;

import io.tradinggym.api.space.Discrete;
import io.tradinggym.api.space.MultiDiscrete;
import io.tradinggym.api.space.Space;
import io.tradinggym.explain.attribution.PolicyMargin;

/**
 * What a decision chose and what it would have chosen else, as numbers of the policy's scores. Of several discrete
 * choices the one with the smallest margin is told: it was the closest call.
 *
 * @param chosen score of what was chosen
 * @param rival score of the runner-up among what was allowed; {@link PolicyMargin#NONE} where a value is chosen
 */
record Choice(int chosen, int rival) {
  /** The choice behind an action. */
  static Choice of(Space actions, float[] action, boolean[] mask, float[] scores) {
    if (actions instanceof Discrete discrete) {
      int chosen = (int) action[0] - discrete.start();
      return new Choice(chosen, best(scores, mask, 0, discrete.n(), chosen));
    }
    if (actions instanceof MultiDiscrete parts) {
      return closest(parts, action, mask, scores);
    }
    return new Choice(largest(scores), PolicyMargin.NONE);
  }

  private static Choice closest(
      MultiDiscrete parts, float[] action, boolean[] mask, float[] scores) {
    Choice closest = new Choice((int) action[0], PolicyMargin.NONE);
    double smallest = Double.POSITIVE_INFINITY;
    int from = 0;
    for (int part = 0; part < parts.size(); part++) {
      int chosen = from + (int) action[part];
      int rival = best(scores, mask, from, from + parts.n(part), chosen);
      if (rival != PolicyMargin.NONE && scores[chosen] - scores[rival] < smallest) {
        smallest = scores[chosen] - scores[rival];
        closest = new Choice(chosen, rival);
      }
      from += parts.n(part);
    }
    return closest;
  }

  private static int best(float[] scores, boolean[] mask, int from, int to, int without) {
    int best = PolicyMargin.NONE;
    for (int i = from; i < to; i++) {
      boolean allowed = mask.length == 0 || mask[i];
      if (i != without && allowed && (best < 0 || scores[i] > scores[best])) {
        best = i;
      }
    }
    return best;
  }

  private static int largest(float[] scores) {
    int largest = 0;
    for (int i = 1; i < scores.length; i++) {
      if (Math.abs(scores[i]) > Math.abs(scores[largest])) {
        largest = i;
      }
    }
    return largest;
  }
}
