package io.tradinggym.allocator.desk;

import io.tradinggym.api.Resumable;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** Makes of the shares of capital that are asked for those that the limits give; remembers what has latched. */
final class Shares implements Resumable {
  /** Asked for and given in full. */
  static final int FREE = 0;

  /** Half, because its own book lost so much. */
  static final int HALVED = 1;

  /** Nothing any more. */
  static final int STOPPED = 2;

  private final AllocationLimits limits;
  private final double[] given;
  private final int[] latch;
  private final boolean[] paired;
  private double scale = 1;

  Shares(AllocationLimits limits, int specialists) {
    this.limits = limits;
    given = new double[specialists];
    latch = new int[specialists];
    paired = new boolean[specialists];
  }

  void begin() {
    Arrays.fill(given, 0);
    Arrays.fill(latch, FREE);
    Arrays.fill(paired, false);
    scale = 1;
  }

  /**
   * Decides.
   *
   * @param asked shares of the account, none negative; more than the limit together is scaled down
   * @param held shares that they have now
   * @param drawdown of the account
   * @return whether capital moves; then {@link #given} holds all shares
   */
  boolean decide(double[] asked, double[] held, Evidence evidence, double drawdown) {
    double sum = 0;
    for (int i = 0; i < given.length; i++) {
      given[i] = Math.max(0, asked[i]);
      sum += given[i];
    }
    scale = limits.scale(drawdown);
    boolean forced = false;
    for (int i = 0; i < given.length; i++) {
      given[i] *= scale / Math.max(1, sum / limits.capital());
      double lost = evidence.book(i).drawdown();
      int now = lost >= limits.stop() ? STOPPED : lost >= limits.halve() ? HALVED : FREE;
      forced |= now > latch[i];
      latch[i] = Math.max(latch[i], now);
      given[i] *= latch[i] == STOPPED ? 0 : latch[i] == HALVED ? 0.5 : 1;
    }
    pair(evidence);
    boolean moves = forced;
    for (int i = 0; i < given.length; i++) {
      moves |= Math.abs(given[i] - held[i]) > limits.band() || (given[i] == 0 && held[i] > 0);
    }
    return moves;
  }

  /** Of two that are the same bet, each gets its part of what the larger would have alone. */
  private void pair(Evidence evidence) {
    Arrays.fill(paired, false);
    for (int i = 0; i < given.length; i++) {
      for (int j = 0; j < i; j++) {
        double both = given[i] + given[j];
        if (both > 0
            && Math.min(given[i], given[j]) > 0
            && evidence.correlation(i, j) > limits.correlation()) {
          double factor = Math.max(given[i], given[j]) / both;
          given[i] *= factor;
          given[j] *= factor;
          paired[i] = true;
          paired[j] = true;
        }
      }
    }
  }

  double given(int specialist) {
    return given[specialist];
  }

  int latch(int specialist) {
    return latch[specialist];
  }

  /** Which limits hold a specialist back now, in words. */
  String limits(int specialist) {
    StringBuilder words = new StringBuilder();
    if (latch[specialist] != FREE) {
      words.append(latch[specialist] == STOPPED ? "stopped" : "halved");
    }
    if (paired[specialist]) {
      words.append(words.isEmpty() ? "" : ", ").append("correlated");
    }
    if (scale < 1) {
      words.append(words.isEmpty() ? "" : ", ").append("drawdown");
    }
    return words.toString();
  }

  @Override
  public void save(DataOutput out) throws IOException {
    for (int one : latch) {
      out.writeInt(one);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    begin();
    for (int i = 0; i < latch.length; i++) {
      latch[i] = in.readInt();
    }
  }
}
