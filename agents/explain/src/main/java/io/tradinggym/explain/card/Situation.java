package io.tradinggym.explain.card;

import io.tradinggym.explain.risk.RegimeEvidence;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What stood around a decision, as far as it was known then.
 *
 * @param limit price that the order was limited to; empty for orders without one
 * @param expectedCost what trading was expected to cost, as a part of what is traded; empty if unknown
 * @param regime what speaks for a turbulent regime
 * @param before risk of the positions before the decision
 * @param after risk of the positions after it
 * @param analogues what followed in the nearest cases of the past
 * @param invalidation price level at which the position is no longer what was decided on
 */
public record Situation(
    OptionalDouble limit,
    OptionalDouble expectedCost,
    Optional<RegimeEvidence> regime,
    Optional<Tail> before,
    Optional<Tail> after,
    Optional<Analogues> analogues,
    Optional<Level> invalidation) {
  /** Nothing known. */
  public static final Situation NONE =
      new Situation(
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /**
   * How much positions can lose in a period.
   *
   * @param valueAtRisk exceeded in one period of twenty, money
   * @param worst result of the positions in the worst period on record, money
   * @param periods on record
   */
  public record Tail(double valueAtRisk, double worst, int periods) {}

  /**
   * What followed in past cases, beside what followed usually: a description, no forecast.
   *
   * @param symbol of the instrument whose prices they are
   * @param cases how many
   * @param horizon periods looked ahead
   * @param lower quartile of the returns
   * @param median of the returns
   * @param upper quartile of the returns
   * @param base median of all returns over such horizons
   */
  public record Analogues(
      String symbol,
      int cases,
      int horizon,
      double lower,
      double median,
      double upper,
      double base) {}

  /**
   * A price level.
   *
   * @param symbol of the instrument whose price it is
   * @param price of it
   * @param below whether prices below it are meant, else those above
   * @param rule by which it was set, in words
   */
  public record Level(String symbol, double price, boolean below, String rule) {}
}
