package io.tradinggym.trading.trace;

import io.tradinggym.api.Action;
import java.util.Arrays;

/**
 * Decisions, one a row: when, on which observation under which mask, the action, and what the policy scored its choices
 * with, if it shows that.
 */
public final class Decisions {
  private static final int TIME = 0;
  private static final int OBSERVATION = 1;
  private static final int MASK = 2;

  private final Rows rows;
  private final int actions;
  private final int choices;
  private float[] action;
  private float[] scores;

  /**
   * Room for decisions.
   *
   * @param actions numbers of an action
   * @param choices scores of a decision; 0 if there are none
   */
  Decisions(int capacity, int actions, int choices) {
    rows = new Rows(MASK + 1, capacity);
    this.actions = actions;
    this.choices = choices;
    action = new float[Math.max(1, capacity) * actions];
    scores = new float[Math.max(1, capacity) * choices];
  }

  Rows rows() {
    return rows;
  }

  void add(long time, long observation, long mask, Action taken) {
    int row = rows.add();
    rows.set(TIME, row, time);
    rows.set(OBSERVATION, row, observation);
    rows.set(MASK, row, mask);
    if (rows.size() * actions > action.length) {
      action = Arrays.copyOf(action, 2 * action.length);
    }
    if (rows.size() * choices > scores.length) {
      scores = Arrays.copyOf(scores, 2 * scores.length);
    }
    for (int i = 0; i < actions; i++) {
      action[row * actions + i] = taken.get(i);
    }
    Arrays.fill(scores, row * choices, (row + 1) * choices, Float.NaN);
  }

  /** Scores of the choices of the last decision. */
  void score(float[] of) {
    int from = (rows.size() - 1) * choices;
    System.arraycopy(of, 0, scores, from, Math.min(choices, of.length));
  }

  /** Number of rows. */
  public int size() {
    return rows.size();
  }

  /** When, epoch milliseconds. */
  public long time(int row) {
    return rows.get(TIME, row);
  }

  /** Hash of the observation, {@link TraceHash}. */
  public long observation(int row) {
    return rows.get(OBSERVATION, row);
  }

  /** Hash of the action mask; that of no choices where nothing is ever masked. */
  public long mask(int row) {
    return rows.get(MASK, row);
  }

  /** The i-th number of the action. */
  public float action(int row, int i) {
    rows.get(TIME, row);
    return action[row * actions + i];
  }

  /** The score of the i-th choice; NaN if the policy showed none. */
  public float score(int row, int i) {
    rows.get(TIME, row);
    return scores[row * choices + i];
  }
}
