package io.tradinggym.signals.sequence;

import io.tradinggym.api.random.RandomStream;
import java.util.Arrays;

/**
 * Training rows of a learner of windows, the last of them held out to stop by. Between the two lie the rows that a held
 * out window shares with the last one that is trained on, and those whose labels reach into it.
 *
 * @param train rows to learn from, ascending
 * @param rest rows to stop by, ascending
 */
public record HeldOut(int[] train, int[] rest) {
  /**
   * Splits rows.
   *
   * @param settings share held out, window and batch
   * @param gap rows that are left out besides, &gt;= 0; at least the label's horizon
   * @param rows of the table, ascending
   * @return both parts
   * @throws IllegalArgumentException if too few rows are left for a batch, or none to stop by
   */
  public static HeldOut of(LstmSettings settings, int gap, int[] rows) {
    int held = (int) Math.round(settings.heldOut() * rows.length);
    int kept = rows.length - held - gap - (settings.window() - 1);
    if (kept < settings.batch() || held < 1) {
      throw new IllegalArgumentException(
          rows.length + " rows leave " + kept + " windows to train on and " + held + " to stop by");
    }
    return new HeldOut(
        Arrays.copyOf(rows, kept), Arrays.copyOfRange(rows, rows.length - held, rows.length));
  }

  /**
   * {@return the rows to learn from in another order: that of an epoch}
   *
   * @param order the stream to draw from
   */
  public int[] shuffled(RandomStream order) {
    int[] shuffled = train.clone();
    for (int i = shuffled.length - 1; i > 0; i--) {
      int j = order.integer(i + 1);
      int kept = shuffled[i];
      shuffled[i] = shuffled[j];
      shuffled[j] = kept;
    }
    return shuffled;
  }
}
