package io.tradinggym.agents.policy;

import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.Discrete;
import io.tradinggym.api.space.Space;

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
      case Discrete discrete -> new CategoricalHead(new int[] {discrete.n()}, new int[] {discrete.start()});
      case Box box -> new GaussianHead(box);
    };
  }
}
