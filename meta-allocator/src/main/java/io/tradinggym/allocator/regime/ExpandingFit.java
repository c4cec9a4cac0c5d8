package io.tradinggym.allocator.regime;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A regime model that is fitted to all bars before the present one, first when there are enough of them and then again
 * every so many bars. A refit is a dated event: it never touches what was said before. Until the first one all states
 * are equally likely.
 *
 * <p>Allocates in a refit only. States keep their numbers from fit to fit.
 */
abstract class ExpandingFit implements RegimeModel {
  private final int states;
  private final int dimensions;
  private final int first;
  private final int every;
  private final double[] history;
  private int kept;
  private int seen;
  private int refits;
  @Nullable private GaussianStates fitted;

  ExpandingFit(int states, int dimensions, RefitSchedule schedule) {
    this.states = Labels.requireFew(states);
    this.dimensions = Check.atLeast("dimensions", dimensions, 1);
    first = Check.atLeast("first", schedule.first(), 10 * states);
    every = schedule.every();
    history = new double[schedule.memory() * dimensions];
  }

  /** Fits the bars {@code 0 .. bars-1} of the history and numbers the states; {@code before} is null the first time. */
  abstract GaussianStates fit(double[] history, int bars, @Nullable GaussianStates before);

  /** Takes in one bar under the fitted states; not called before the first fit. */
  abstract void advance(double[] x, int from);

  /** Writes the chances after {@link #advance}. */
  abstract void chances(double[] out);

  /** Forgets what depends on bars. */
  abstract void forget();

  /** Writes parameters and memory beyond the states, once fitted. */
  abstract void saveFit(DataOutput out) throws IOException;

  /** Reads what {@link #saveFit} wrote. */
  abstract void restoreFit(DataInput in, GaussianStates states) throws IOException;

  @Override
  public final int states() {
    return states;
  }

  @Override
  public final int dimensions() {
    return dimensions;
  }

  /** Refits so far; 0 until there were enough bars. */
  public final int refits() {
    return refits;
  }

  /** What the states look like since the last refit. */
  public final Optional<GaussianStates> fitted() {
    return Optional.ofNullable(fitted);
  }

  @Override
  public final void update(double[] x) {
    Check.observation(x, dimensions);
    if (seen >= first && (seen - first) % every == 0) {
      fitted = fit(history, kept, fitted);
      refits++;
      forget();
      for (int t = 0; t < kept; t++) {
        advance(history, t * dimensions);
      }
    }
    if (fitted != null) {
      advance(x, 0);
    }
    if ((kept + 1) * dimensions > history.length) {
      System.arraycopy(history, dimensions, history, 0, history.length - dimensions);
      kept--;
    }
    System.arraycopy(x, 0, history, kept * dimensions, dimensions);
    kept++;
    seen++;
  }

  @Override
  public final void probabilities(double[] out) {
    if (fitted == null) {
      Arrays.fill(out, 0, states, 1.0 / states);
    } else {
      chances(out);
    }
  }

  @Override
  public final void reset() {
    kept = 0;
    seen = 0;
    refits = 0;
    fitted = null;
    forget();
  }

  @Override
  public final void save(DataOutput out) throws IOException {
    out.writeInt(kept);
    out.writeInt(seen);
    out.writeInt(refits);
    for (int i = 0; i < kept * dimensions; i++) {
      out.writeDouble(history[i]);
    }
    GaussianStates now = fitted;
    if (now != null) {
      for (int k = 0; k < states; k++) {
        for (int d = 0; d < dimensions; d++) {
          out.writeDouble(now.mean()[k][d]);
          out.writeDouble(now.sd()[k][d]);
        }
      }
      saveFit(out);
    }
  }

  @Override
  public final void restore(DataInput in) throws IOException {
    reset();
    kept = in.readInt();
    seen = in.readInt();
    refits = in.readInt();
    for (int i = 0; i < kept * dimensions; i++) {
      history[i] = in.readDouble();
    }
    if (refits > 0) {
      double[][] mean = new double[states][dimensions];
      double[][] sd = new double[states][dimensions];
      for (int k = 0; k < states; k++) {
        for (int d = 0; d < dimensions; d++) {
          mean[k][d] = in.readDouble();
          sd[k][d] = in.readDouble();
        }
      }
      GaussianStates now = new GaussianStates(mean, sd);
      fitted = now;
      restoreFit(in, now);
    }
  }
}
