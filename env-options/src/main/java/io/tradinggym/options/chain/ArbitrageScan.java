package io.tradinggym.options.chain;

import io.tradinggym.api.util.Require;
import io.tradinggym.options.pricing.OptionType;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks through the quotes of a chain for static arbitrage. Contracts without a bid are not sold, those without an
 * offer not bought. Neighbouring strikes and neighbouring expiries are compared.
 *
 * <p>Only what is certain is reported. In an American class parity is the pair of inequalities that early exercise
 * leaves, S e^(-qT) - K &lt;= C - P &lt;= S - K e^(-rT), and a longer option is worth at least a shorter one. In a
 * European class the latter holds for calls if the yield is at most 0, for puts if the rate is.
 *
 * <p>Holds scratch memory: one instance serves one thread.
 */
public final class ArbitrageScan {
  private static final OptionType[] TYPES = OptionType.values();

  private final double rate;
  private final double dividendYield;
  private final boolean american;
  private final double tolerance;
  private final List<Arbitrage> found = new ArrayList<>();

  /**
   * A scan.
   *
   * @param rate interest a year, continuously compounded
   * @param dividendYield dividends a year, continuously compounded
   * @param american whether options may be exercised early
   * @param tolerance profits up to this are taken for rounding, per unit of the underlying, >= 0
   */
  public ArbitrageScan(double rate, double dividendYield, boolean american, double tolerance) {
    Require.that(tolerance >= 0, "tolerance must be >= 0", tolerance);
    this.rate = rate;
    this.dividendYield = dividendYield;
    this.american = american;
    this.tolerance = tolerance;
  }

  /**
   * {@return everything that is found; empty if nothing is}
   *
   * @param chain contracts ascending by expiry, then strike, call before put
   * @param spot price of the underlying at the moment of the quotes
   */
  public List<Arbitrage> find(ChainQuotes chain, double spot) {
    found.clear();
    int previousFrom = 0;
    int from = 0;
    while (from < chain.size()) {
      int to = from;
      while (to < chain.size() && chain.expiryDay(to) == chain.expiryDay(from)) {
        to++;
      }
      for (OptionType type : TYPES) {
        expiry(chain, spot, type, from, to);
        if (from > previousFrom && longerIsBetter(type)) {
          calendar(chain, type, previousFrom, from, to);
        }
      }
      parity(chain, spot, from, to);
      previousFrom = from;
      from = to;
    }
    return List.copyOf(found);
  }

  private boolean longerIsBetter(OptionType type) {
    return american || (type == OptionType.CALL ? dividendYield : rate) <= 0;
  }

  /** Bounds, verticals and butterflies of one type and expiry. */
  private void expiry(ChainQuotes chain, double spot, OptionType type, int from, int to) {
    double years = chain.years(from);
    double asset = american ? spot : spot * StrictMath.exp(-dividendYield * years);
    double discount = american ? 1 : StrictMath.exp(-rate * years);
    int before = -1;
    int beforeThat = -1;
    for (int i = from; i < to; i++) {
      if (chain.type(i) != type || !(chain.ask(i) > 0)) {
        continue;
      }
      report(
          Arbitrage.Kind.BOUND,
          i,
          chain.bid(i) - (type == OptionType.CALL ? asset : discount * chain.strike(i)));
      if (before >= 0) {
        boolean call = type == OptionType.CALL;
        int better = call ? before : i;
        int worse = call ? i : before;
        double width = (chain.strike(i) - chain.strike(before)) * discount;
        sell(chain, Arbitrage.Kind.VERTICAL, worse, chain.ask(better));
        sell(chain, Arbitrage.Kind.VERTICAL, better, chain.ask(worse) + width);
      }
      if (beforeThat >= 0) {
        double share =
            (chain.strike(i) - chain.strike(before)) / (chain.strike(i) - chain.strike(beforeThat));
        sell(
            chain,
            Arbitrage.Kind.BUTTERFLY,
            before,
            share * chain.ask(beforeThat) + (1 - share) * chain.ask(i));
      }
      beforeThat = before;
      before = i;
    }
  }

  /** Conversions and reversals: neighbouring indices with the same strike are call and put. */
  private void parity(ChainQuotes chain, double spot, int from, int to) {
    double years = chain.years(from);
    double growth = StrictMath.exp(-dividendYield * years);
    double discount = StrictMath.exp(-rate * years);
    for (int call = from; call + 1 < to; call++) {
      int put = call + 1;
      if (chain.type(call) != OptionType.CALL || chain.strike(call) != chain.strike(put)) {
        continue;
      }
      double strike = chain.strike(call);
      double most = american ? spot - strike * discount : spot * growth - strike * discount;
      double least = american ? spot * growth - strike : most;
      if (chain.ask(put) > 0) {
        sell(chain, Arbitrage.Kind.PARITY, call, chain.ask(put) + most);
      }
      if (chain.ask(call) > 0) {
        sell(chain, Arbitrage.Kind.PARITY, put, chain.ask(call) - least);
      }
    }
  }

  /** The same strike in two expiries. */
  private void calendar(ChainQuotes chain, OptionType type, int near, int far, int to) {
    int j = far;
    for (int i = near; i < far; i++) {
      if (chain.type(i) != type) {
        continue;
      }
      while (j < to && (chain.strike(j) < chain.strike(i) || chain.type(j) != type)) {
        j++;
      }
      if (j < to && chain.strike(j) == chain.strike(i) && chain.ask(j) > 0) {
        sell(chain, Arbitrage.Kind.CALENDAR, i, chain.ask(j));
      }
    }
  }

  /** Sells one contract against something that costs so much. */
  private void sell(ChainQuotes chain, Arbitrage.Kind kind, int sold, double cost) {
    if (chain.bid(sold) > 0) {
      report(kind, sold, chain.bid(sold) - cost);
    }
  }

  private void report(Arbitrage.Kind kind, int contract, double profit) {
    if (profit > tolerance) {
      found.add(new Arbitrage(kind, contract, profit));
    }
  }
}
