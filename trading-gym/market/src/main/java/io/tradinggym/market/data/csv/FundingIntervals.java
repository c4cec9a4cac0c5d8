package io.tradinggym.market.data.csv;

import java.util.Arrays;

/**
 * How long a contract has between its stamps. The interval is a rule of the venue that it may change, so it is read off
 * the stamps themselves: what several steps in a row have, or what is shorter than before and after. A single longer
 * step is a hole.
 */
final class FundingIntervals {
  private static final long EIGHT_HOURS = 8 * 3_600_000L;

  /** So many equal steps in a row are the venue's choice, fewer may be holes. */
  private static final int CHOSEN = 3;

  private final long[] due;
  private final long usual;

  private FundingIntervals(long[] due, long usual) {
    this.due = due;
    this.usual = usual;
  }

  /** As a file declares them, milliseconds. */
  static FundingIntervals declared(long[] due) {
    long[] sorted = due.clone();
    Arrays.sort(sorted);
    return new FundingIntervals(due.clone(), sorted[(due.length - 1) / 2]);
  }

  /** Of stamps in order of time, epoch milliseconds. */
  static FundingIntervals of(long[] stamps) {
    int n = stamps.length;
    long[] steps = new long[Math.max(0, n - 1)];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = stamps[i + 1] - stamps[i];
    }
    long[] sorted = steps.clone();
    Arrays.sort(sorted);
    long usual = steps.length == 0 ? EIGHT_HOURS : sorted[(steps.length - 1) / 2];
    long[] due = new long[n];
    for (int from = 0; from < steps.length; ) {
      int to = from;
      while (to < steps.length && steps[to] == steps[from]) {
        to++;
      }
      if (isRule(stamps, steps, from, to)) {
        Arrays.fill(due, from + 1, to + 1, steps[from]);
      }
      from = to;
    }
    fillHoles(due, usual);
    return new FundingIntervals(due, usual);
  }

  /** Whether the steps from one to another, all the same, are an interval in force. */
  private static boolean isRule(long[] stamps, long[] steps, int from, int to) {
    long step = steps[from];
    for (int i = from; i <= to; i++) {
      if (Math.floorMod(stamps[i], step) != 0) {
        return false;
      }
    }
    boolean shorter =
        (from == 0 || step < steps[from - 1]) && (to == steps.length || step < steps[to]);
    return to - from >= CHOSEN || shorter;
  }

  /** Where no interval was found that of the stamps around is due, the shorter of both. */
  private static void fillHoles(long[] due, long usual) {
    long[] next = due.clone();
    for (int i = due.length - 2; i >= 0; i--) {
      next[i] = next[i] == 0 ? next[i + 1] : next[i];
    }
    long before = 0;
    for (int i = 0; i < due.length; i++) {
      if (due[i] == 0) {
        long after = next[i];
        due[i] = before == 0 ? after : after == 0 ? before : Math.min(before, after);
        due[i] = due[i] == 0 ? usual : due[i];
      } else {
        before = due[i];
      }
    }
  }

  /** Milliseconds that were due between a stamp and the one before. */
  long before(int stamp) {
    return due[stamp];
  }

  /** The median. */
  long usual() {
    return usual;
  }
}
