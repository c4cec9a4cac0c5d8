package io.tradinggym.agents.policy;

import io.tradinggym.agents.nn.Network;
import io.tradinggym.agents.nn.ParameterLayout;
import io.tradinggym.api.random.RandomStream;

/**
 * Shapes of a policy network and a value network with trunks of their own, in one parameter array:
 *
 * <pre>
 * | actor: the policy network | head: log standard deviations, if any | critic: the value network |
 * </pre>
 */
public final class ActorCritic {
  private final Mlp shape;
  private final ActionHead head;
  private final Network actor;
  private final Network critic;
  private final ParameterLayout layout;
  private final int headAt;
  private final int criticAt;

  /** Networks for observations of a size and actions of a head. */
  public ActorCritic(int observationSize, ActionHead head, Mlp shape) {
    this.shape = shape;
    this.head = head;
    actor = shape.network(observationSize, head.outputs(), 0.01);
    critic = shape.network(observationSize, 1, 1);
    ParameterLayout.Builder builder = ParameterLayout.builder().add("actor", actor);
    if (head.parameters() > 0) {
      builder.add("logStd", head.parameters());
    }
    layout = builder.add("critic", critic).build();
    headAt = actor.parameters();
    criticAt = headAt + head.parameters();
  }

  /** Fresh parameters: orthogonal, gain sqrt 2 inside, 0.01 before the policy, 1 before the value. */
  public float[] initialise(RandomStream random) {
    float[] params = new float[layout.size()];
    actor.initialise(params, 0, random::gaussian);
    head.initialise(params, headAt);
    critic.initialise(params, criticAt, random::gaussian);
    return params;
  }

  /** The shape between the ends. */
  public Mlp shape() {
    return shape;
  }

  /** How outputs become actions. */
  public ActionHead head() {
    return head;
  }

  /** The policy network, at 0. */
  public Network actor() {
    return actor;
  }

  /** The value network, at {@link #criticAt}. */
  public Network critic() {
    return critic;
  }

  /** Names and places of all parameters. */
  public ParameterLayout layout() {
    return layout;
  }

  /** Where the head's own parameters begin. */
  public int headAt() {
    return headAt;
  }

  /** Where the value network's parameters begin. */
  public int criticAt() {
    return criticAt;
  }
}
