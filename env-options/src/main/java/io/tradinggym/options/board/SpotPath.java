package io.tradinggym.options.board;

import io.tradinggym.api.Resumable;
import io.tradinggym.api.util.Require;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** The last sessions' logarithmic returns: a ring that one lane fills. */
public final class SpotPath implements Resumable {
  /** How many are remembered. */
  public static final int LENGTH = 20;

  private static final double SESSIONS_PER_YEAR = 252;

  private final double[] returns = new double[LENGTH];
  private int count;

  /** Nothing yet. */
  public SpotPath() {}

  /** Forgets all. */
  public void clear() {
    Arrays.fill(returns, 0);
    count = 0;
  }

  /**
   * Adds one more session.
   *
   * @param logReturn ln of the close over the close before
   */
  public void add(double logReturn) {
    returns[count++ % LENGTH] = logReturn;
  }

  /**
   * {@return the sum of the log-returns of the last so many sessions, as far as they are known}
   *
   * @param sessions how many, 1 .. {@link #LENGTH}, which are kept
   */
  public double over(int sessions) {
    Require.that("sessions", sessions >= 1 && sessions <= LENGTH, sessions, "in 1 .. " + LENGTH);
    double sum = 0;
    for (int i = 1; i <= Math.min(sessions, count); i++) {
      sum += returns[(count - i) % LENGTH];
    }
    return sum;
  }

  /**
   * {@return the historical volatility of the last 20 sessions, a year, as a fraction; NaN while fewer than five are
   * known}
   */
  public double volatility() {
    int known = Math.min(count, LENGTH);
    if (known < 5) {
      return Double.NaN;
    }
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < known; i++) {
      sum += returns[i];
      squares += returns[i] * returns[i];
    }
    double variance = (squares - sum * sum / known) / (known - 1);
    return Math.sqrt(Math.max(variance, 0) * SESSIONS_PER_YEAR);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(count);
    for (double each : returns) {
      out.writeDouble(each);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    count = in.readInt();
    for (int i = 0; i < LENGTH; i++) {
      returns[i] = in.readDouble();
    }
  }
}
