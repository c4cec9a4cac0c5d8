package io.tradinggym.agents.policy;

import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.space.Discrete;
import io.tradinggym.api.space.Space;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Path;

/** What policies made of networks share: spaces, single decisions, files. */
abstract sealed class NetworkPolicy implements Policy
    permits ActorCriticPolicy, CategoricalPolicy, DeterministicPolicy, QPolicy, SquashedPolicy {
  static final boolean[] NO_MASK = {};

  private final PolicySpec spec;
  private final ThreadLocal<One> ones = ThreadLocal.withInitial(One::new);

  NetworkPolicy(PolicySpec spec) {
    this.spec = spec;
  }

  /** What it knows of its environments, beside its network. */
  public final PolicySpec spec() {
    return spec;
  }

  /** Scratch of a thread that asks for single actions. */
  private final class One {
    private final Actor actor = forgetful();
    private final float[] action = new float[actionSpace().size()];
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
    return spec.observations().space();
  }

  @Override
  public Space actionSpace() {
    return spec.actions();
  }

  @Override
  public boolean masked() {
    return spec.masked();
  }

  @Override
  public void prepare(VectorEnvironment envs) {
    requireFits(envs.spec());
    spec.wrappers().freezeIn(envs);
  }

  @Override
  public void act(float[] observation, float[] action) {
    act(observation, NO_MASK, action);
  }

  @Override
  public int act(float[] observation) {
    return act(observation, NO_MASK);
  }

  @Override
  public void act(float[] observation, boolean[] mask, float[] action) {
    requireObservation(observation);
    requireMask(mask);
    if (action.length != actionSpace().size()) {
      throw new IllegalArgumentException(
          "an action has " + actionSpace().size() + " values, the array " + action.length);
    }
    ones.get().actor.act(observation, mask, 1, action);
  }

  @Override
  public int act(float[] observation, boolean[] mask) {
    if (!(actionSpace() instanceof Discrete)) {
      throw new IllegalStateException(
          "only a policy of a Discrete action space answers with one choice; this one acts in "
              + actionSpace()
              + ": use act(observation, action)");
    }
    requireObservation(observation);
    requireMask(mask);
    One one = ones.get();
    one.actor.act(observation, mask, 1, one.action);
    return (int) one.action[0];
  }

  private void requireObservation(float[] observation) {
    int size = observationSpace().size();
    if (observation.length != size) {
      throw new IllegalArgumentException(
          "an observation has " + size + " values, was given " + observation.length);
    }
    for (int i = 0; i < size; i++) {
      if (!Float.isFinite(observation[i])) {
        throw new IllegalArgumentException(
            "observation[" + i + "] is " + observation[i] + "; policies decide by finite numbers");
      }
    }
  }

  private void requireMask(boolean[] mask) {
    if (mask.length == 0) {
      if (spec.masked()) {
        throw new IllegalArgumentException(
            "this policy was trained where a mask says what is allowed: give the mask, too");
      }
      return;
    }
    int size = actionSpace().maskSize();
    if (mask.length != size) {
      throw new IllegalArgumentException(
          "a mask has " + size + " entries, was given " + mask.length);
    }
    if (!actionSpace().leavesChoice(mask, 0)) {
      throw new IllegalArgumentException("the mask allows nothing");
    }
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
