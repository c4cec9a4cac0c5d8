package io.tradinggym.agents.policy.head;

import io.tradinggym.api.Option;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Generalised state-dependent exploration: for some steps the noise of a continuous action is a fixed linear function
 * of what the network sees, so that an agent explores along smooth paths instead of trembling.
 *
 * @param every steps in a lane after which the function is drawn anew, &gt;= 1; on-policy learners draw it at the start
 *     of a rollout anyway
 * @param logStd logarithm of the initial standard deviation of the function's weights; -2 or -3 where the noise of 0 is
 *     too wild
 * @see <a href="https://arxiv.org/abs/2005.05719">Raffin, Kober and Stulp (2021)</a>
 */
public record Gsde(int every, double logStd) {
  private static final Option<Integer> EVERY =
      Option.integer("every", Integer.MAX_VALUE, "steps after which the noise is drawn anew");
  private static final Option<Double> LOG_STD =
      Option.number("logStd", 0, "logarithm of the initial standard deviation");

  /** The setting of algorithms that can explore so. */
  public static final Option<Gsde> OPTION =
      Option.group(
          "gsde",
          Gsde.class,
          null,
          "noise that depends on the state and stays for some steps, for continuous actions,"
              + " {every: 4, logStd: -2}",
          List.of(EVERY, LOG_STD),
          parts -> new Gsde(parts.get(EVERY), parts.get(LOG_STD)));

  /** Checks the ranges. */
  public Gsde {
    if (every < 1) {
      throw new IllegalArgumentException("every must be >= 1, was " + every);
    }
    if (!Double.isFinite(logStd)) {
      throw new IllegalArgumentException("logStd must be finite, was " + logStd);
    }
  }

  /** {@return one function for each rollout, standard deviation 1} */
  public static Gsde perRollout() {
    return new Gsde(Integer.MAX_VALUE, 0);
  }

  /**
   * {@return a new function every so many steps, standard deviation 1}
   *
   * @param steps steps of a lane after which the function is drawn anew, &gt;= 1
   */
  public static Gsde every(int steps) {
    return new Gsde(steps, 0);
  }

  /**
   * {@return the same with another initial standard deviation, given by its logarithm}
   *
   * @param value natural logarithm of the deviation
   */
  public Gsde logStd(double value) {
    return new Gsde(every, value);
  }

  /**
   * Writes what {@link #load} reads.
   *
   * @param gsde settings, or null where noise is drawn anew at every step
   * @param out receives it
   * @throws IOException if it cannot be written
   */
  public static void save(@Nullable Gsde gsde, DataOutput out) throws IOException {
    out.writeBoolean(gsde != null);
    if (gsde != null) {
      out.writeInt(gsde.every);
      out.writeDouble(gsde.logStd);
    }
  }

  /**
   * {@return what {@link #save} wrote; null where noise is drawn anew at every step}
   *
   * @param in where {@link #save} began
   * @throws IOException if it cannot be read
   */
  public static @Nullable Gsde load(DataInput in) throws IOException {
    return in.readBoolean() ? new Gsde(in.readInt(), in.readDouble()) : null;
  }
}
