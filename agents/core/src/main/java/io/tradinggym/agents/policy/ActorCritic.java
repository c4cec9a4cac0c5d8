package io.tradinggym.agents.policy;

import io.tradinggym.agents.nn.Dense;
import io.tradinggym.agents.nn.Initializer;
import io.tradinggym.agents.nn.Layer;
import io.tradinggym.agents.nn.Network;
import io.tradinggym.agents.nn.ParameterLayout;
import io.tradinggym.agents.policy.head.ActionHead;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.space.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Shapes of a policy network and a value network with trunks of their own, in one parameter array:
 *
 * <pre>
 * | actor: the policy network | head: log standard deviations, if any | critic: the value network |
 * </pre>
 */
public final class ActorCritic {
  private final ActorCriticShape shape;
  private final ActionHead head;
  private final Network actor;
  private final Network critic;
  private final ParameterLayout layout;
  private final int headAt;
  private final int criticAt;

  /**
   * Networks for observations of a size and actions of a space.
   *
   * @param observationSize floats that a network reads of an observation
   * @param actions the action space
   * @param shape hidden layers, memory and exploration of actor and critic
   * @throws IllegalArgumentException if they cannot act in the space
   */
  public ActorCritic(int observationSize, Space actions, ActorCriticShape shape) {
    this.shape = shape;
    head = ActionHead.of(actions, features(observationSize), shape.gsde());
    actor = network(observationSize, 0.01, head::outputLayer);
    critic = network(observationSize, 1, (width, law) -> new Dense(width, 1, law));
    ParameterLayout.Builder builder = ParameterLayout.builder().add("actor", actor);
    if (head.parameters() > 0) {
      builder.add("logStd", head.parameters());
    }
    layout = builder.add("critic", critic).build();
    headAt = actor.parameters();
    criticAt = headAt + head.parameters();
  }

  /** Width of what the last layers see. */
  private int features(int inputs) {
    Memory memory = shape.memory();
    return shape.network().features(memory == null ? inputs : memory.width());
  }

  private Network network(
      int inputs, double gain, BiFunction<Integer, Initializer, Layer> outputLayer) {
    boolean orthogonal = shape.orthogonal();
    Initializer inner = orthogonal ? Initializer.orthogonal(Math.sqrt(2)) : Initializer.SMALL;
    Initializer last = orthogonal ? Initializer.orthogonal(gain) : Initializer.SMALL;
    List<Layer> layers = new ArrayList<>();
    Memory memory = shape.memory();
    if (memory != null) {
      layers.add(memory.layer(inputs));
    }
    layers.addAll(shape.network().layers(memory == null ? inputs : memory.width(), inner));
    layers.add(outputLayer.apply(features(inputs), last));
    return shape.network().engine().network(layers);
  }

  /**
   * {@return fresh parameters, as long as the layout: gains sqrt 2 inside, 0.01 before the policy, 1 before the
   * value, if they are orthogonal}
   *
   * @param random the stream to draw from
   */
  public float[] initialise(RandomStream random) {
    float[] params = new float[layout.size()];
    actor.initialise(params, 0, random::gaussian);
    head.initialise(params, headAt);
    critic.initialise(params, criticAt, random::gaussian);
    return params;
  }

  /** {@return the shape between the ends} */
  public ActorCriticShape shape() {
    return shape;
  }

  /** {@return the number of floats that a lane remembers: the actor's state, then the critic's; 0 without a memory} */
  public int stateSize() {
    return actor.stateSize() + critic.stateSize();
  }

  /** {@return how outputs become actions} */
  public ActionHead head() {
    return head;
  }

  /** {@return the policy network, at 0} */
  public Network actor() {
    return actor;
  }

  /** {@return the value network, at {@link #criticAt}} */
  public Network critic() {
    return critic;
  }

  /** {@return the names and places of all parameters} */
  public ParameterLayout layout() {
    return layout;
  }

  /** {@return the index at which the head's own parameters begin} */
  public int headAt() {
    return headAt;
  }

  /** {@return the index at which the value network's parameters begin} */
  public int criticAt() {
    return criticAt;
  }
}
