package io.tradinggym.options.analysis;

import java.util.List;
import java.util.Optional;

/**
 * What the analyzer has to say.
 *
 * @param signal the view that was asked about
 * @param spot price of the underlying it went by, > 0
 * @param view what the chain's volatility is like
 * @param candidates number of options that were scored
 * @param best the three best options, at most
 * @param spread the spread that starts with the best one; empty if the option to be sold has no usable quote
 * @param recommendation single option or spread
 * @param reason why it is recommended, one sentence
 */
public record Analysis(
    Signal signal,
    double spot,
    VolatilityView view,
    int candidates,
    List<OptionIdea> best,
    Optional<SpreadIdea> spread,
    Recommendation recommendation,
    String reason) {
  /** Checks the values. */
  public Analysis {
    best = List.copyOf(best);
  }

  /** What to prefer, given the signal. */
  public enum Recommendation {
    /** Buy the best option. */
    SINGLE,
    /** Buy it and sell the one two strikes farther out. */
    SPREAD,
    /** No option of the chain can be scored. */
    NONE
  }
}
