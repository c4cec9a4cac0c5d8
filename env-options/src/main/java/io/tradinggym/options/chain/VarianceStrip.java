package io.tradinggym.options.chain;

import io.tradinggym.options.pricing.OptionType;
import io.tradinggym.options.surface.VarianceIndex;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The options of an expiry that a variance index is made of: from the strike at or below the forward outward, those
 * with a bid, until two in a row have none.
 */
final class VarianceStrip {
  private static final int LEAST_STRIKES = 5;
  private static final double SHORTEST = 2 / 365.0;

  private final ImpliedForward forward;
  private final NavigableMap<Double, Double> puts = new TreeMap<>();
  private final NavigableMap<Double, Double> calls = new TreeMap<>();

  private VarianceStrip(ChainQuotes chain, ImpliedForward forward) {
    this.forward = forward;
    for (int i = 0; i < chain.size(); i++) {
      if (chain.expiryDay(i) == forward.expiryDay()) {
        double mid = chain.bid(i) > 0 ? chain.mid(i) : 0;
        (chain.type(i) == OptionType.PUT ? puts : calls).merge(chain.strike(i), mid, Math::max);
      }
    }
  }

  /** {@return the volatility of a maturity between the expiries around it, a fraction; NaN if there are no two} */
  static double index(ChainQuotes chain, ImpliedForwards forwards, double maturity) {
    VarianceStrip near = null;
    for (ImpliedForward each : forwards.expiries()) {
      VarianceStrip strip = new VarianceStrip(chain, each);
      double[] strikes = each.years() < SHORTEST ? new double[0] : strip.strikes();
      if (strikes.length < LEAST_STRIKES) {
        continue;
      }
      if (each.years() <= maturity) {
        near = strip;
      } else if (near == null) {
        return Double.NaN;
      } else {
        double rate = forwards.rate();
        return VarianceIndex.index(
                near.variance(rate),
                near.forward.years(),
                strip.variance(rate),
                each.years(),
                maturity)
            / 100;
      }
    }
    return Double.NaN;
  }

  private double variance(double rate) {
    return VarianceIndex.variance(
        (type, strike, years) -> (type == OptionType.PUT ? puts : calls).getOrDefault(strike, 0.0),
        strikes(),
        forward.forward(),
        forward.years(),
        rate);
  }

  /** Ascending; none if the strike at the forward lacks one of its two options. */
  private double[] strikes() {
    Map.Entry<Double, Double> centre = puts.floorEntry(forward.forward());
    if (centre == null || centre.getValue() == 0 || calls.getOrDefault(centre.getKey(), 0.0) == 0) {
      return new double[0];
    }
    NavigableMap<Double, Double> kept = new TreeMap<>();
    kept.put(centre.getKey(), 0.0);
    outward(puts.headMap(centre.getKey(), false).descendingMap(), kept);
    outward(calls.tailMap(centre.getKey(), false), kept);
    boolean around = kept.lastKey() >= forward.forward();
    return around
        ? kept.keySet().stream().mapToDouble(Double::doubleValue).toArray()
        : new double[0];
  }

  private static void outward(Map<Double, Double> side, Map<Double, Double> kept) {
    int without = 0;
    for (Map.Entry<Double, Double> each : side.entrySet()) {
      without = each.getValue() > 0 ? 0 : without + 1;
      if (without == 2) {
        return;
      }
      if (without == 0) {
        kept.put(each.getKey(), each.getValue());
      }
    }
  }
}
