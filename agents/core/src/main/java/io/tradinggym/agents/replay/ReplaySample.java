package io.tradinggym.agents.replay;

import io.tradinggym.agents.policy.ObservationEncoder;

/**
 * Transitions drawn from a {@link Replay}, row by row; reused by the next draw. The arrays are public on purpose:
 * updates read them in tight loops. Over n steps from state s, with m &lt;= n of them before the episode's end,
 *
 * <pre>
 *   reward = r_0 + gamma r_1 + ... + gamma^(m-1) r_(m-1),   target = reward + discount x value(next observation)
 * </pre>
 */
public final class ReplaySample {
  /** Transitions. */
  public final int rows;

  /** Values that a network reads of an observation. */
  public final int observationSize;

  /** Floats of an action. */
  public final int actionSize;

  /** Booleans of a mask; 0 without masks. */
  public final int maskSize;

  /** Row after row, as a network reads them. */
  public final float[] observations;

  /** As the learner stored them. */
  public final float[] actions;

  /** Discounted sums of rewards. */
  public final float[] rewards;

  /** gamma^m; 0 where the episode terminated, not where it was truncated. */
  public final float[] discounts;

  /** The observations that the targets look at, {@link #discounts} further on. */
  public final float[] nextObservations;

  /** What may be done at the observation; empty without masks. */
  public final boolean[] masks;

  /** What may be done at the next observation; empty without masks. */
  public final boolean[] nextMasks;

  /** What each row counts in the loss; 1 unless the draw is prioritised. */
  public final float[] weights;

  /** To be written by the learner: how wrong its value was at each row, for prioritised draws. */
  public final float[] errors;

  /** Observations as they were seen, where a network reads them in another form; else empty. */
  final float[] raw;

  final float[] rawNext;

  /** Where the transitions lie in the replay. */
  final int[] slots;

  /**
   * Room for so many transitions.
   *
   * @param rows how many transitions, &gt;= 1
   * @param observationSize floats that a network reads of an observation
   * @param actionSize floats of an action
   * @param maskSize booleans of a mask; 0 without masks
   */
  public ReplaySample(int rows, int observationSize, int actionSize, int maskSize) {
    this(rows, observationSize, 0, actionSize, maskSize);
  }

  /** Room for so many transitions whose observations a network reads in another form. */
  ReplaySample(int rows, ObservationEncoder encoder, int actionSize, int maskSize) {
    this(
        rows, encoder.inputs(), encoder.plain() ? 0 : encoder.space().size(), actionSize, maskSize);
  }

  private ReplaySample(int rows, int observationSize, int rawSize, int actionSize, int maskSize) {
    this.rows = rows;
    this.observationSize = observationSize;
    this.actionSize = actionSize;
    this.maskSize = maskSize;
    observations = new float[Math.multiplyExact(rows, observationSize)];
    actions = new float[Math.multiplyExact(rows, actionSize)];
    rewards = new float[rows];
    discounts = new float[rows];
    nextObservations = new float[observations.length];
    masks = new boolean[Math.multiplyExact(rows, maskSize)];
    nextMasks = new boolean[Math.multiplyExact(rows, maskSize)];
    weights = new float[rows];
    errors = new float[rows];
    raw = new float[Math.multiplyExact(rows, rawSize)];
    rawNext = new float[raw.length];
    slots = new int[rows];
  }
}
