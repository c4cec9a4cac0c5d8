package io.tradinggym.agents.policy;

import io.tradinggym.api.VectorEnvironment;

/** Checks a policy that a new run is to begin with. */
public final class Older {
  private Older() {}

  /**
   * {@return the policy as one of a kind}
   *
   * @param <P> the kind of policy
   * @param kind class that the policy must be of
   * @param policy one that was trained before
   * @throws IllegalArgumentException if it is of another
   */
  public static <P extends Policy> P as(Class<P> kind, Policy policy) {
    if (kind.isInstance(policy)) {
      return kind.cast(policy);
    }
    throw new IllegalArgumentException(
        "this algorithm begins with a "
            + kind.getSimpleName()
            + ", was given a "
            + policy.getClass().getSimpleName());
  }

  /**
   * Returns if two networks have one shape.
   *
   * @param theirs shape of the older policy
   * @param own shape in the run that begins
   * @throws IllegalArgumentException with both shapes
   */
  public static void requireShape(Object theirs, Object own) {
    if (!theirs.equals(own)) {
      throw new IllegalArgumentException(
          "the older policy has the shape " + theirs + ", this run " + own);
    }
  }

  /**
   * Begins a run as an older policy was trained: what it had learned of observations goes to the encoder, what wrappers
   * had learned to those of the environments.
   *
   * @param older that was trained before, made of a network
   * @param envs that the run learns in; their wrappers are changed
   * @param own what encodes the run's observations; changed
   * @throws IllegalArgumentException naming the space, or the normalisation, that differs
   */
  public static void begin(Policy older, VectorEnvironment envs, ObservationEncoder own) {
    older.requireFits(envs.spec());
    PolicySpec spec = as(NetworkPolicy.class, older).spec();
    own.adopt(spec.observations());
    spec.wrappers().startIn(envs);
  }
}
