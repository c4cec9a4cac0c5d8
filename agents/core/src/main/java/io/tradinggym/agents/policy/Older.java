package io.tradinggym.agents.policy;

/** Checks a policy that a new run is to begin with. */
public final class Older {
  private Older() {}

  /**
   * The policy as one of a kind.
   *
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
   * @throws IllegalArgumentException with both shapes
   */
  public static void requireShape(Object theirs, Object own) {
    if (!theirs.equals(own)) {
      throw new IllegalArgumentException(
          "the older policy has the shape " + theirs + ", this run " + own);
    }
  }
}
