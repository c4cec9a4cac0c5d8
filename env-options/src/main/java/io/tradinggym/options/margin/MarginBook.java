package io.tradinggym.options.margin;

import io.tradinggym.options.pricing.OptionType;

/**
 * What the exchange rules ask of all positions on one underlying. {@link #clear} it, add the positions, {@link #work}
 * it out:
 *
 * <ol>
 *   <li>shares held cover short calls, shares sold short cover short puts;
 *   <li>long options that expire no earlier cover the other short ones, those first that would cost most;
 *   <li>long puts that are left protect shares held;
 *   <li>what is covered needs its largest loss of intrinsic value at any spot, expiry by expiry; what is not is
 *       naked.
 * </ol>
 *
 * <p>Quantities are units of the underlying (contracts times multiplier), prices per unit, results in currency.
 * Scratch memory, reused across calls: nothing is allocated, and it is for one thread.
 */
public final class MarginBook {
  private static final double MAINTENANCE = 0.25;
  private static final double SHORT_MAINTENANCE = 1.30;

  private final ExchangeMargin rules;
  private final OptionType[] type;
  private final double[] strike;
  private final double[] years;
  private final double[] mark;

  /** Units that neither cover nor are covered yet, negative if short. */
  private final double[] left;

  /** What orders them: of shorts less what each needs alone, of longs the strike, of puts its negative. */
  private final double[] key;

  /** Units of short calls that shares cover. */
  private final double[] onShares;

  private final Spreads spreads;

  /** Short options, the dearest first. */
  private final int[] shorts;

  /** Long options, those first that cover best: calls by rising, puts by falling strike. */
  private final int[] longs;

  private int legs;
  private int shortCount;
  private int longCount;
  private double spot;
  private double shares;
  private double margin;
  private double inTheMoney;
  private double shareMaintenance;

  /**
   * Room for positions.
   *
   * @param rules of the exchange
   * @param mostLegs different options at most, >= 0
   */
  public MarginBook(ExchangeMargin rules, int mostLegs) {
    this.rules = rules;
    type = new OptionType[mostLegs];
    strike = new double[mostLegs];
    years = new double[mostLegs];
    mark = new double[mostLegs];
    left = new double[mostLegs];
    key = new double[mostLegs];
    onShares = new double[mostLegs];
    shorts = new int[mostLegs];
    longs = new int[mostLegs];
    spreads = new Spreads(mostLegs);
  }

  /**
   * Forgets all options, and begins with so many shares.
   *
   * @param newSpot price of the underlying, &gt; 0
   * @param newShares held, or, negative, sold short
   */
  public void clear(double newSpot, double newShares) {
    legs = 0;
    shortCount = 0;
    longCount = 0;
    spot = newSpot;
    shares = newShares;
  }

  /**
   * Adds so many units of an option, not 0.
   *
   * @param newType call or put
   * @param newStrike in the price's currency, > 0
   * @param newYears to expiry, >= 0
   * @param units contracts times multiplier; negative if sold
   * @param newMark of the option, per unit of the underlying
   */
  public void add(
      OptionType newType, double newStrike, double newYears, double units, double newMark) {
    type[legs] = newType;
    strike[legs] = newStrike;
    years[legs] = newYears;
    left[legs] = units;
    mark[legs] = newMark;
    onShares[legs] = 0;
    if (units < 0) {
      key[legs] = -rules.naked(newType, spot, newStrike, newMark);
      shortCount = insert(shorts, shortCount, legs);
    } else {
      key[legs] = newType.sign() * newStrike;
      longCount = insert(longs, longCount, legs);
    }
    legs++;
  }

  private int insert(int[] sorted, int count, int leg) {
    int at = count;
    while (at > 0 && before(leg, sorted[at - 1])) {
      sorted[at] = sorted[at - 1];
      at--;
    }
    sorted[at] = leg;
    return count + 1;
  }

  /** Of equals the one that expires first, then by strike, so that the order of positions changes nothing. */
  private boolean before(int leg, int other) {
    int order = Double.compare(key[leg], key[other]);
    if (order == 0) {
      order = Double.compare(years[leg], years[other]);
    }
    if (order == 0) {
      order = Double.compare(strike[leg], strike[other]);
    }
    return order < 0;
  }

  /** Works out the requirement of what was added. */
  public void work() {
    spreads.clear();
    inTheMoney = 0;
    coverByShares();
    for (int i = 0; i < shortCount; i++) {
      coverByOptions(shorts[i]);
    }
    shareMaintenance = shares > 0 ? protectShares() : SHORT_MAINTENANCE * -shares * spot;
    for (int i = 0; i < longCount; i++) {
      int leg = longs[i];
      if (left[leg] > 0) {
        spreads.join(type[leg], strike[leg], years[leg], left[leg]);
      }
    }
    margin = spreads.largestLosses() + naked() + (shares < 0 ? inTheMoney : 0);
  }

  private void coverByShares() {
    OptionType covered = shares > 0 ? OptionType.CALL : OptionType.PUT;
    double open = Math.abs(shares);
    for (int i = 0; i < shortCount && open > 0; i++) {
      int leg = shorts[i];
      if (type[leg] == covered) {
        double units = Math.min(open, -left[leg]);
        onShares[leg] = units;
        left[leg] += units;
        open -= units;
        inTheMoney += units * covered.payoff(spot, strike[leg]);
      }
    }
  }

  private void coverByOptions(int leg) {
    for (int i = 0; i < longCount && left[leg] < 0; i++) {
      int cover = longs[i];
      if (type[cover] == type[leg] && left[cover] > 0 && years[cover] >= years[leg]) {
        double units = Math.min(left[cover], -left[leg]);
        spreads.add(type[leg], strike[leg], years[leg], -units);
        spreads.add(type[cover], strike[cover], years[leg], units);
        left[cover] -= units;
        left[leg] += units;
      }
    }
  }

  /**
   * Maintenance of shares held. A share counts for no more than what the call sold against it pays; under a put it
   * needs a tenth of that strike and the way down to it, if that is less.
   */
  private double protectShares() {
    double open = shares;
    double sum = 0;
    int call = 0;
    int put = 0;
    double callUsed = 0;
    while (open > 0) {
      while (call < shortCount && onShares[shorts[call]] <= callUsed) {
        call++;
        callUsed = 0;
      }
      while (put < longCount && !(type[longs[put]] == OptionType.PUT && left[longs[put]] > 0)) {
        put++;
      }
      double units = open;
      double limit = Double.POSITIVE_INFINITY;
      if (call < shortCount) {
        limit = strike[shorts[call]];
        units = Math.min(units, onShares[shorts[call]] - callUsed);
      }
      double each = MAINTENANCE * Math.min(spot, limit);
      if (put < longCount) {
        int leg = longs[put];
        units = Math.min(units, left[leg]);
        left[leg] -= units;
        double way = rules.minimum() * strike[leg] + Math.max(spot - strike[leg], 0);
        each = Math.min(way, MAINTENANCE * (limit < Double.POSITIVE_INFINITY ? limit : spot));
      }
      sum += units * each;
      callUsed += units;
      open -= units;
    }
    return sum;
  }

  /** The greater of the two sides plus the mark of the other. */
  private double naked() {
    double callRisk = 0;
    double callMark = 0;
    double putRisk = 0;
    double putMark = 0;
    for (int i = 0; i < shortCount; i++) {
      int leg = shorts[i];
      double units = -left[leg];
      if (type[leg] == OptionType.CALL) {
        callRisk += units * -key[leg];
        callMark += units * mark[leg];
      } else {
        putRisk += units * -key[leg];
        putMark += units * mark[leg];
      }
    }
    return callRisk >= putRisk ? callRisk + putMark : putRisk + callMark;
  }

  /** {@return the margin of the options, currency; naked ones with their marks} */
  public double margin() {
    return margin;
  }

  /** {@return what keeping the shares needs, currency; those sold short with their proceeds} */
  public double shareMaintenance() {
    return shareMaintenance;
  }

  /** {@return by how much calls sold against shares are in the money, currency: so much less the shares count for} */
  public double notCounted() {
    return shares > 0 ? inTheMoney : 0;
  }
}
