package io.tradinggym.options.chain;

import io.tradinggym.options.pricing.OptionType;
import io.tradinggym.options.strategy.Premiums;
import io.tradinggym.options.surface.VarianceIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A volatility index of a recorded chain by the rules of the VIX: of each expiry the out-of-the-money options, outward
 * from the money until two neighbouring strikes have no bid; of two expiries around 30 days the total variance,
 * interpolated.
 */
public final class ChainIndex {
  private static final double MATURITY = 30 / 365.0;
  private static final int LEAST_STRIKES = 5;

  private ChainIndex() {}

  /**
   * {@return the index in percent; empty if there are not expiries with quotes on both sides of 30 days}
   *
   * @param chain quotes of one moment
   * @param forwards implied by the same chain
   */
  public static OptionalDouble of(ChainQuotes chain, ImpliedForwards forwards) {
    double nearYears = 0;
    double nearVariance = Double.NaN;
    for (ImpliedForward forward : forwards.expiries()) {
      OptionalDouble variance = variance(chain, forward, forwards.rate());
      if (variance.isEmpty()) {
        continue;
      }
      if (forward.years() < MATURITY) {
        nearYears = forward.years();
        nearVariance = variance.getAsDouble();
      } else if (!Double.isNaN(nearVariance)) {
        return OptionalDouble.of(
            VarianceIndex.index(
                nearVariance, nearYears, variance.getAsDouble(), forward.years(), MATURITY));
      }
    }
    return OptionalDouble.empty();
  }

  /** Variance per year of one expiry; empty if the forward does not lie among enough strikes. */
  static OptionalDouble variance(ChainQuotes chain, ImpliedForward forward, double rate) {
    List<Double> strikes = new ArrayList<>();
    Map<Double, Double> puts = new HashMap<>();
    Map<Double, Double> calls = new HashMap<>();
    List<Double> listed = new ArrayList<>();
    for (int i = 0; i < chain.size(); i++) {
      if (chain.expiryDay(i) == forward.expiryDay()) {
        boolean call = chain.type(i) == OptionType.CALL;
        if (listed.isEmpty() || listed.getLast() != chain.strike(i)) {
          listed.add(chain.strike(i));
        }
        if (chain.bid(i) > 0) {
          (call ? calls : puts).put(chain.strike(i), chain.mid(i));
        }
      }
    }
    int centre = -1;
    while (centre + 1 < listed.size() && listed.get(centre + 1) <= forward.forward()) {
      centre++;
    }
    if (centre < 0
        || !puts.containsKey(listed.get(centre))
        || !calls.containsKey(listed.get(centre))) {
      return OptionalDouble.empty();
    }
    collect(listed, puts, centre - 1, -1, strikes);
    strikes.add(listed.get(centre));
    collect(listed, calls, centre + 1, 1, strikes);
    double[] ascending = strikes.stream().sorted().mapToDouble(Double::doubleValue).toArray();
    if (ascending.length < LEAST_STRIKES || ascending[ascending.length - 1] < forward.forward()) {
      return OptionalDouble.empty();
    }
    Premiums premiums =
        (type, strike, years) -> (type == OptionType.CALL ? calls : puts).getOrDefault(strike, 0.0);
    return OptionalDouble.of(
        VarianceIndex.variance(premiums, ascending, forward.forward(), forward.years(), rate));
  }

  /** Outward from the money, until two strikes in a row have no bid. */
  private static void collect(
      List<Double> listed, Map<Double, Double> bidden, int from, int step, List<Double> into) {
    int missing = 0;
    for (int i = from; i >= 0 && i < listed.size() && missing < 2; i += step) {
      boolean hasBid = bidden.containsKey(listed.get(i));
      missing = hasBid ? 0 : missing + 1;
      if (hasBid) {
        into.add(listed.get(i));
      }
    }
  }
}
