package io.tradinggym.trading.trace;

import io.tradinggym.api.Action;
import java.util.Arrays;

/**
 * Decisions, one a row: when, on which observation under which mask, the action, and what the policy scored its choices
 * with, if it shows that.
 */
public final class Decisions {
  /** Empty at first. */
  public Decisions() {}

  private static final int TIME = 0;
  private static final int OBSERVATION = 1;
  private static final int MASK = 2;
  private static final int ACTION_END = 3;
  private static final int SCORE_END = 4;

  private final Rows rows = new Rows(SCORE_END + 1);
  private float[] actions = {};
  private float[] scores = {};
  private int actionEnd;
  private int scoreEnd;

  void room(int steps, int size) {
    rows.room(steps);
    if (steps * size > actions.length) {
      actions = Arrays.copyOf(actions, steps * size);
    }
  }

  void clear() {
    rows.clear();
    actionEnd = 0;
    scoreEnd = 0;
  }

  void add(long time, long observation, long mask, Action taken, int size) {
    int row = rows.add();
    actions = room(actions, actionEnd + size);
    for (int i = 0; i < size; i++) {
      actions[actionEnd++] = taken.get(i);
    }
    rows.set(TIME, row, time);
    rows.set(OBSERVATION, row, observation);
    rows.set(MASK, row, mask);
    rows.set(ACTION_END, row, actionEnd);
    rows.set(SCORE_END, row, scoreEnd);
  }

  /** Scores of the choices of the last decision. */
  void score(float[] of) {
    scores = room(scores, scoreEnd + of.length);
    System.arraycopy(of, 0, scores, scoreEnd, of.length);
    scoreEnd += of.length;
    rows.set(SCORE_END, rows.size() - 1, scoreEnd);
  }

  private static float[] room(float[] column, int needed) {
    return needed <= column.length ? column : Arrays.copyOf(column, 2 * needed);
  }

  /** {@return the number of rows} */
  public int size() {
    return rows.size();
  }

  /**
   * {@return when it was taken, epoch milliseconds UTC}
   *
   * @param row index of the row, from 0
   */
  public long time(int row) {
    return rows.get(TIME, row);
  }

  /**
   * {@return the hash of the observation, {@link TraceHash}}
   *
   * @param row index of the row, from 0
   */
  public long observation(int row) {
    return rows.get(OBSERVATION, row);
  }

  /**
   * {@return the hash of the action mask; that of no choices where nothing is ever masked}
   *
   * @param row index of the row, from 0
   */
  public long mask(int row) {
    return rows.get(MASK, row);
  }

  /**
   * {@return the action, a copy: one number for a choice, else one for each of its parts}
   *
   * @param row index of the row, from 0
   */
  public float[] action(int row) {
    return part(actions, ACTION_END, row);
  }

  /**
   * {@return the scores of the choices, a copy, on the policy's own scale; empty if it showed none}
   *
   * @param row index of the row, from 0
   */
  public float[] scores(int row) {
    return part(scores, SCORE_END, row);
  }

  private float[] part(float[] column, int end, int row) {
    int from = row == 0 ? 0 : (int) rows.get(end, row - 1);
    return Arrays.copyOfRange(column, from, (int) rows.get(end, row));
  }
}
