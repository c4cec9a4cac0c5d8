package io.tradinggym.data.label;

import io.tradinggym.data.series.PriceBars;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Which barrier is touched first after an entry at a close: 1 the upper one, -1 the lower one, 0 neither within the
 * horizon.
 *
 * @param horizon bars until the vertical barrier, >= 1
 * @param up gives the distance of the upper barrier at an entry bar, as a fraction of the price, > 0; NaN for no label
 * @param down gives the distance of the lower one, as a fraction of the price, > 0; NaN for no label
 * @param path what touches: closes, or highs and lows
 * @see <a href="https://www.wiley.com/en-us/p/9781119482086">Lopez de Prado (2018), 3.4</a>
 */
public record TripleBarrier(
    int horizon, IntToDoubleFunction up, IntToDoubleFunction down, Path path) {
  /** What touches a barrier. */
  public enum Path {
    /** The close. */
    CLOSE,
    /** The high and the low; a bar that touches both counts as the lower one. */
    HIGH_LOW
  }

  /** Checks the horizon. */
  public TripleBarrier {
    if (horizon < 1) {
      throw new IllegalArgumentException("horizon must be >= 1, was " + horizon);
    }
  }

  /**
   * {@return barriers at the same distances for every entry}
   *
   * @param horizon bars until the vertical barrier, >= 1
   * @param up distance of the upper barrier, as a fraction of the price, > 0
   * @param down distance of the lower barrier, as a fraction of the price, > 0
   * @param path what touches: closes, or highs and lows
   */
  public static TripleBarrier fixed(int horizon, double up, double down, Path path) {
    return new TripleBarrier(horizon, bar -> up, bar -> down, path);
  }

  /**
   * {@return the label of an entry; null while its end is not known, or where a barrier has no distance}
   *
   * @param bars of one asset
   * @param entry index of the bar at whose close the decision is taken, from 0
   * @throws IllegalArgumentException if a distance is not > 0
   */
  public @Nullable Label label(PriceBars bars, int entry) {
    double above = up.applyAsDouble(entry);
    double below = down.applyAsDouble(entry);
    if (Double.isNaN(above) || Double.isNaN(below)) {
      return null;
    }
    if (!(above > 0 && below > 0)) {
      throw new IllegalArgumentException(
          "barriers must be at a distance > 0, were "
              + above
              + " and "
              + below
              + " at bar "
              + entry);
    }
    double price = bars.close(entry);
    int last = entry + horizon;
    for (int bar = entry + 1; bar <= Math.min(last, bars.size() - 1); bar++) {
      double high = path == Path.CLOSE ? bars.close(bar) : bars.high(bar);
      double low = path == Path.CLOSE ? bars.close(bar) : bars.low(bar);
      if (low / price - 1 <= -below) {
        return new Label(entry, bar, -1, path == Path.CLOSE ? low / price - 1 : -below);
      }
      if (high / price - 1 >= above) {
        return new Label(entry, bar, 1, path == Path.CLOSE ? high / price - 1 : above);
      }
    }
    return last < bars.size() ? new Label(entry, last, 0, bars.close(last) / price - 1) : null;
  }
}
