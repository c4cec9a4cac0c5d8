package io.tradinggym.agents.policy;

import io.tradinggym.api.space.Space;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Path;

/** What policies made of networks share: spaces, single decisions, files. */
abstract sealed class NetworkPolicy implements Policy
    permits ActorCriticPolicy, CategoricalPolicy, DeterministicPolicy, QPolicy, SquashedPolicy {
  static final boolean[] NO_MASK = {};

  private final Space observationSpace;
  private final Space actionSpace;
  private final ThreadLocal<One> ones = ThreadLocal.withInitial(One::new);

  NetworkPolicy(Space observationSpace, Space actionSpace) {
    this.observationSpace = observationSpace;
    this.actionSpace = actionSpace;
  }

  /** Scratch of a thread that asks for single actions. */
  private final class One {
    private final Actor actor = forgetful();
    private final float[] action = new float[actionSpace.size()];
  }

  private Actor forgetful() {
    if (remembers()) {
      throw new IllegalStateException(
          "this policy remembers what it saw: act by policy.actor(1), and tell it where episodes"
              + " begin");
    }
    return actor(1);
  }

  static void requireLength(float[] params, int size) {
    if (params.length != size) {
      throw new IllegalArgumentException(
          "these networks have " + size + " parameters, was given " + params.length);
    }
  }

  @Override
  public Space observationSpace() {
    return observationSpace;
  }

  @Override
  public Space actionSpace() {
    return actionSpace;
  }

  @Override
  public void act(float[] observation, float[] action) {
    ones.get().actor.act(observation, NO_MASK, 1, action);
  }

  @Override
  public int act(float[] observation) {
    One one = ones.get();
    one.actor.act(observation, NO_MASK, 1, one.action);
    return (int) one.action[0];
  }

  @Override
  public void save(Path file) throws IOException {
    PolicyFile.save(file, this);
  }

  /** The numbers by which it decides. */
  abstract Score score();

  /** What the file calls this kind of policy. */
  abstract String kind();

  /** Writes what follows kind and spaces in the file. */
  abstract void saveBody(DataOutput out) throws IOException;
}
