package io.tradinggym.agents.policy.head;

import io.tradinggym.agents.nn.Dense;
import io.tradinggym.agents.nn.Initializer;
import io.tradinggym.agents.nn.Layer;
import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.DictSpace;
import io.tradinggym.api.space.Discrete;
import io.tradinggym.api.space.MultiBinary;
import io.tradinggym.api.space.MultiDiscrete;
import io.tradinggym.api.space.Space;
import io.tradinggym.api.space.TupleSpace;
import org.jspecify.annotations.Nullable;

/** How the outputs of a policy network become actions of a space: shapes only, no numbers. */
public sealed interface ActionHead
    permits CategoricalHead, BinaryHead, GaussianHead, GsdeHead, CompositeHead {
  /** {@return the number of outputs that the network must have} */
  int outputs();

  /**
   * {@return how many of the outputs, from the first, say what is done: a logit for each choice, a mean for each value}
   */
  default int scores() {
    return outputs();
  }

  /**
   * {@return the last layer of the network, which gives {@link #outputs}}
   *
   * @param inputs values in an input row, &gt;= 1
   * @param initializer law of the initial weights
   */
  default Layer outputLayer(int inputs, Initializer initializer) {
    return new Dense(inputs, outputs(), initializer);
  }

  /**
   * {@return the number of parameters of the head itself, which do not depend on the observation (log standard
   * deviations)}
   */
  int parameters();

  /**
   * Writes the initial values of the head's own parameters.
   *
   * @param params receives the initial values, from {@code at}
   * @param at index of the first of them
   */
  void initialise(float[] params, int at);

  /** {@return the number of floats of an action} */
  int actionSize();

  /** {@return the number of booleans of a mask; 0 when nothing can be masked} */
  int maskSize();

  /**
   * {@return how many standard normal values of a lane's noise stay for {@link #noiseSteps}; 0 where each action
   * draws its own}
   */
  default int noiseSize() {
    return 0;
  }

  /** {@return the number of steps of a lane after which its noise is drawn anew, &gt;= 1} */
  default int noiseSteps() {
    return 1;
  }

  /** {@return a distribution to be pointed at one row after another; for one thread} */
  ActionDistribution distribution();

  /**
   * Makes an action that the head produced acceptable to the environment: clips to the bounds of a Box.
   *
   * @param action an action, clipped in place from {@code at}
   * @param at index of its first float
   */
  void clip(float[] action, int at);

  /**
   * {@return the customary head of a space: independent categorical choices, independent switches, or a diagonal
   * Gaussian with state-independent standard deviations; for a Tuple or Dict the heads of its parts}
   *
   * @param space the action space
   */
  static ActionHead of(Space space) {
    return switch (space) {
      case Discrete discrete ->
          new CategoricalHead(new int[] {discrete.n()}, new int[] {discrete.start()});
      case MultiDiscrete many -> new CategoricalHead(counts(many), new int[many.size()]);
      case MultiBinary bits -> new BinaryHead(bits.n());
      case Box box -> new GaussianHead(box);
      case TupleSpace tuple ->
          new CompositeHead(tuple.spaces().stream().map(ActionHead::of).toList());
      case DictSpace dict ->
          new CompositeHead(dict.names().stream().map(name -> of(dict.get(name))).toList());
    };
  }

  /**
   * {@return the head of a space, exploring in a way of its own if it is continuous}
   *
   * @param space the action space
   * @param features width of the last hidden layer, &gt;= 1
   * @param gsde null for the customary head
   * @throws IllegalArgumentException for a space without one
   */
  static ActionHead of(Space space, int features, @Nullable Gsde gsde) {
    if (gsde == null) {
      return of(space);
    }
    if (space instanceof Box box) {
      return new GsdeHead(box, features, gsde);
    }
    throw new IllegalArgumentException("gSDE needs a Box action space, was " + space.toJson());
  }

  private static int[] counts(MultiDiscrete space) {
    int[] counts = new int[space.size()];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = space.n(i);
    }
    return counts;
  }
}
