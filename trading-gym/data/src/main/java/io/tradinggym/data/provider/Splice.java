package io.tradinggym.data.provider;

import io.tradinggym.data.series.PriceBars;
import java.util.Arrays;

/**
 * Puts an older history under a newer one that was adjusted at another time: the older is rescaled by the median ratio
 * of closes on the days that both have. Spliced as they are they would make a move that never was.
 */
public final class Splice {
  private static final int LEAST = 60;
  private static final int MOST = 250;
  private static final double SPREAD = 0.005;

  private Splice() {}

  /**
   * {@return the ratio of newer to older closes: the median of the last 250 days at most that both have}
   *
   * @param older bars of the same asset, of earlier days
   * @param newer bars that begin while the older ones go on
   * @throws IllegalArgumentException if they share fewer than 60 days or the ratios spread by more than half a percent
   */
  public static double ratio(PriceBars older, PriceBars newer) {
    double[] ratios = new double[older.size()];
    int count = 0;
    for (int bar = older.size() - 1; bar >= 0 && count < MOST; bar--) {
      int same = newer.barAt(older.closeTime(bar));
      if (same < newer.size() && newer.closeTime(same) == older.closeTime(bar)) {
        ratios[count++] = newer.close(same) / older.close(bar);
      }
    }
    if (count < LEAST) {
      throw new IllegalArgumentException(
          "the histories share " + count + " days; at least " + LEAST + " are needed");
    }
    double[] sorted = Arrays.copyOf(ratios, count);
    Arrays.sort(sorted);
    double median =
        count % 2 == 1 ? sorted[count / 2] : (sorted[count / 2 - 1] + sorted[count / 2]) / 2;
    double spread = (sorted[count - 1] - sorted[0]) / median;
    if (spread > SPREAD) {
      throw new IllegalArgumentException(
          "the ratios of the histories spread by "
              + spread
              + ", more than "
              + SPREAD
              + ": they are not of the same asset or not adjusted alike");
    }
    return median;
  }

  /**
   * {@return the older bars, rescaled, up to the first of the newer, and then the newer}
   *
   * @param older bars of the same asset, of earlier days
   * @param newer bars that begin while the older ones go on
   * @throws IllegalArgumentException if they share fewer than 60 days or the ratios spread by more than half a percent
   */
  public static PriceBars join(PriceBars older, PriceBars newer) {
    double ratio = ratio(older, newer);
    PriceBars joined = new PriceBars();
    for (int bar = 0; bar < older.size() && older.closeTime(bar) < newer.closeTime(0); bar++) {
      joined.append(
          older.closeTime(bar),
          older.open(bar) * ratio,
          older.high(bar) * ratio,
          older.low(bar) * ratio,
          older.close(bar) * ratio,
          older.volume(bar));
    }
    for (int bar = 0; bar < newer.size(); bar++) {
      joined.append(
          newer.closeTime(bar),
          newer.open(bar),
          newer.high(bar),
          newer.low(bar),
          newer.close(bar),
          newer.volume(bar));
    }
    return joined;
  }
}
