package io.tradinggym.allocator.drift;

import io.tradinggym.api.Resumable;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Drift detection method (DDM): the error rate p of a predictor falls while it learns; when {@code p + s}, s its
 * standard error, exceeds the least p so far by two of the standard errors there, that is a warning, by three it is
 * drift. Starts anew after drift. Needs 30 predictions first.
 *
 * <p>Its false alarms are not under control (19 % in 2,000 bars at a rate of .3), and it is slow: know it, prefer
 * {@link Adwin} or {@code regime.Cusum}.
 *
 * @see <a href="https://doi.org/10.1007/978-3-540-28645-5_29">Gama, Medas, Castillo and Rodrigues (2004)</a>
 */
public final class ErrorRateDrift implements Resumable {
  /** What the errors say. */
  public enum Level {
    /** Nothing has changed. */
    STABLE,
    /** Two standard errors above the best. */
    WARNING,
    /** Three standard errors above the best. */
    DRIFT
  }

  private static final int WARM_UP = 30;
  private static final double WARNING = 2;
  private static final double DRIFT = 3;

  private long count;
  private double rate;
  private double leastRate = Double.POSITIVE_INFINITY;
  private double leastError = Double.POSITIVE_INFINITY;

  /** The detector. */
  public ErrorRateDrift() {}

  /**
   * Takes in whether the present prediction was wrong.
   *
   * @param wrong true if it was
   * @return how far the error rate has risen
   */
  public Level update(boolean wrong) {
    count++;
    rate += ((wrong ? 1 : 0) - rate) / count;
    if (count < WARM_UP) {
      return Level.STABLE;
    }
    double error = StrictMath.sqrt(rate * (1 - rate) / count);
    if (rate + error <= leastRate + leastError) {
      leastRate = rate;
      leastError = error;
    }
    if (rate + error > leastRate + DRIFT * leastError) {
      reset();
      return Level.DRIFT;
    }
    return rate + error > leastRate + WARNING * leastError ? Level.WARNING : Level.STABLE;
  }

  /** {@return the error rate since the start or the last drift} */
  public double rate() {
    return rate;
  }

  /** Forgets all predictions. */
  public void reset() {
    count = 0;
    rate = 0;
    leastRate = Double.POSITIVE_INFINITY;
    leastError = Double.POSITIVE_INFINITY;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(count);
    out.writeDouble(rate);
    out.writeDouble(leastRate);
    out.writeDouble(leastError);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    count = in.readLong();
    rate = in.readDouble();
    leastRate = in.readDouble();
    leastError = in.readDouble();
  }
}
