package io.tradinggym.agents.policy;

import io.tradinggym.agents.nn.Dueling;
import io.tradinggym.agents.nn.Layer;
import io.tradinggym.agents.nn.Network;
import io.tradinggym.api.space.Discrete;
import io.tradinggym.api.space.Space;
import java.util.ArrayList;
import java.util.List;

/** The network that values every action of a Discrete space at once, and the greedy choice from its outputs. */
public final class QNetwork {
  private QNetwork() {}

  /**
   * The network of an observation size and an action space.
   *
   * @param dueling whether the last layer gives a value and advantages, joined by {@link Dueling}
   */
  public static Network of(int observationSize, Discrete actions, Mlp shape, boolean dueling) {
    if (!dueling) {
      return shape.smallNetwork(observationSize, actions.n());
    }
    List<Layer> layers =
        new ArrayList<>(shape.smallNetwork(observationSize, actions.n() + 1).layers());
    layers.add(new Dueling(actions.n()));
    return shape.engine().network(layers);
  }

  /**
   * The space as what can be valued action by action.
   *
   * @throws IllegalArgumentException unless it is Discrete
   */
  public static Discrete requireDiscrete(Space actions) {
    if (actions instanceof Discrete discrete) {
      return discrete;
    }
    throw new IllegalArgumentException("needs a Discrete action space, was " + actions.toJson());
  }

  /**
   * The allowed action of the largest value, the first of several; -1 if none is allowed.
   *
   * @param values read at {@code at}, one for each of n actions
   * @param mask true = allowed, read at {@code maskAt}; an empty array allows everything
   */
  public static int greedy(float[] values, int at, int n, boolean[] mask, int maskAt) {
    int best = -1;
    for (int a = 0; a < n; a++) {
      if ((mask.length == 0 || mask[maskAt + a])
          && (best < 0 || values[at + a] > values[at + best])) {
        best = a;
      }
    }
    return best;
  }
}
