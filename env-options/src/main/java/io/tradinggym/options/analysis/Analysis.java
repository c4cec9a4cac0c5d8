package io.tradinggym.options.analysis;

import java.util.List;
import java.util.Optional;

/**
 * What the analyzer has to say.
 *
 * @param signal it was asked about
 * @param spot it went by
 * @param view the volatility
 * @param candidates how many options were scored
 * @param best the three best options, at most
 * @param spread the spread that starts with the best one; empty if the option to be sold has no usable quote
 * @param recommendation single option or spread
 * @param reason for it, one sentence
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
