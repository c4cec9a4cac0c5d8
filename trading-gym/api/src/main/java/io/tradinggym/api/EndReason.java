package io.tradinggym.api;

import java.util.List;

/**
 * Why an episode ended, and what a learner may assume about the value of the state it ended in.
 *
 * <p>A <em>terminated</em> episode ended by the rules of the task: nothing follows, the value of the last state is 0. A
 * <em>truncated</em> one was cut off from outside: the task would have gone on, so learners bootstrap from the value of
 * the last observation (Pardo et al. 2018, "Time limits in reinforcement learning").
 */
public enum EndReason {
  /** The episode goes on. */
  NONE(Kind.RUNNING),
  /** The task was solved: the car is on the hill. Terminated. */
  GOAL_REACHED(Kind.TERMINATED),
  /** The task can no longer be solved: the pole fell. Terminated. */
  GOAL_LOST(Kind.TERMINATED),
  /** Equity is gone. Terminated: there is no capital left to act with. */
  RUIN(Kind.TERMINATED),
  /** Positions were liquidated because margin fell below the requirement. Terminated. */
  MARGIN_CALL(Kind.TERMINATED),
  /** The traded contract expired and settled. Terminated. */
  EXPIRY(Kind.TERMINATED),
  /** The traded instrument left the market. Terminated. */
  DELISTED(Kind.TERMINATED),
  /** The data ran out while the market would have gone on. Truncated. */
  END_OF_DATA(Kind.TRUNCATED),
  /** The step limit was reached. Truncated. */
  TIME_LIMIT(Kind.TRUNCATED);

  private enum Kind {
    RUNNING,
    TERMINATED,
    TRUNCATED
  }

  private static final List<EndReason> BY_CODE = List.of(values());

  private final Kind kind;

  EndReason(Kind kind) {
    this.kind = kind;
  }

  /** {@return true when the task itself ended: the last state is worth 0} */
  public boolean terminated() {
    return kind == Kind.TERMINATED;
  }

  /** {@return true when an outside limit cut the episode off: bootstrap from the last observation} */
  public boolean truncated() {
    return kind == Kind.TRUNCATED;
  }

  /** {@return true unless {@link #NONE}} */
  public boolean ended() {
    return kind != Kind.RUNNING;
  }

  /** {@return the code that a {@link Batch} holds for this reason} */
  @SuppressWarnings(
      "EnumOrdinal") // Journals hold these codes: new reasons are appended, never inserted.
  public byte code() {
    return (byte) ordinal();
  }

  /**
   * {@return whether a reason has this code}
   *
   * @param code any
   */
  public static boolean isCode(byte code) {
    return code >= 0 && code < BY_CODE.size();
  }

  /**
   * {@return the reason of a {@link #code()}}
   *
   * @param code as {@link #code()} gave it
   */
  public static EndReason of(byte code) {
    return BY_CODE.get(code);
  }
}
