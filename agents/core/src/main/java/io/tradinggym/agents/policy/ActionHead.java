package io.tradinggym.agents.policy;

import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.DictSpace;
import io.tradinggym.api.space.Discrete;
import io.tradinggym.api.space.MultiBinary;
import io.tradinggym.api.space.MultiDiscrete;
import io.tradinggym.api.space.Space;
import io.tradinggym.api.space.TupleSpace;

/** How the outputs of a policy network become actions of a space: shapes only, no numbers. */
public sealed interface ActionHead permits CategoricalHead, GaussianHead {
  /** Outputs that the network must have. */
  int outputs();

  /** Parameters of the head itself, which do not depend on the observation (log standard deviations). */
  int parameters();

  /** Writes their initial values. */
  void initialise(float[] params, int at);

  /** Floats of an action. */
  int actionSize();

  /** Booleans of a mask; 0 when nothing can be masked. */
  int maskSize();

  /** A distribution to be pointed at one row after another; for one thread. */
  ActionDistribution distribution();

  /** Makes an action that the head produced acceptable to the environment: clips to the bounds of a Box. */
  void clip(float[] action, int at);

  /**
   * The customary head of a space: independent categorical choices, or a diagonal Gaussian with state-independent standard
   * deviations.
   *
   * @throws IllegalArgumentException for a space without one
   */
  static ActionHead of(Space space) {
    return switch (space) {
      case Discrete discrete ->
          new CategoricalHead(new int[] {discrete.n()}, new int[] {discrete.start()});
      case MultiDiscrete many -> new CategoricalHead(counts(many), new int[many.size()]);
      case Box box -> new GaussianHead(box);
      case MultiBinary bits -> throw refuse(bits);
      case TupleSpace tuple -> throw refuse(tuple);
      case DictSpace dict -> throw refuse(dict);
    };
  }

  private static int[] counts(MultiDiscrete space) {
    int[] counts = new int[space.size()];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = space.n(i);
    }
    return counts;
  }

  private static IllegalArgumentException refuse(Space space) {
    return new IllegalArgumentException(
        "needs a Discrete, MultiDiscrete or Box action space, was " + space.toJson());
  }
}
