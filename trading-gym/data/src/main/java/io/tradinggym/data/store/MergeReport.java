package io.tradinggym.data.store;

import io.tradinggym.data.series.Quality;

/**
 * What it did to a ticker's bars that others were merged into them.
 *
 * @param added bars that were not there
 * @param same bars that were there with the same numbers
 * @param changed bars that were there with other numbers, such as before a split was adjusted for; the newer ones stay
 * @param quality of all bars of the ticker afterwards
 */
public record MergeReport(int added, int same, int changed, Quality quality) {
  /** In one line. */
  @Override
  public String toString() {
    return added + " added, " + same + " the same, " + changed + " changed; " + quality;
  }
}
