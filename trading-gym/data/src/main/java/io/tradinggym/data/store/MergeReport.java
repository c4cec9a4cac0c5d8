package io.tradinggym.data.store;

import io.tradinggym.data.series.Quality;
import java.util.ArrayList;
import java.util.List;

/**
 * What it did to a ticker's bars that others were merged into them, and what is wrong with them.
 *
 * @param added bars that were not there
 * @param same bars that were there with the same numbers
 * @param changed bars that were there with other numbers, such as before a split was adjusted for; the newer ones stay
 * @param nulls rows that their provider had and that were left out, for a number was missing
 * @param provider who gave what was merged; empty if nobody was named
 * @param stale whether the provider failed and gave what it had given before
 * @param leastBars fewest bars of the ticker that will do
 * @param quality of all bars of the ticker afterwards, continuity against the calendar in it
 */
public record MergeReport(
    int added,
    int same,
    int changed,
    int nulls,
    String provider,
    boolean stale,
    int leastBars,
    Quality quality) {
  /** {@return whether nothing is wrong: no row left out, nothing stale, and {@link Quality#good} bars} */
  public boolean good() {
    return nulls == 0 && !stale && quality.good(leastBars);
  }

  /** In one line. */
  @Override
  public String toString() {
    List<String> words = new ArrayList<>();
    words.add(added + " added");
    words.add(same + " the same");
    words.add(changed + " changed");
    words.add(nulls + " left out for a missing number");
    if (!provider.isEmpty()) {
      words.add("by " + provider + (stale ? ", which is stale" : ""));
    }
    if (quality.bars() < leastBars) {
      words.add("fewer than " + leastBars + " bars");
    }
    return String.join(", ", words) + "; " + quality;
  }
}
