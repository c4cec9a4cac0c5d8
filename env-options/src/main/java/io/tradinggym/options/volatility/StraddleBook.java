package io.tradinggym.options.volatility;

import io.tradinggym.api.Resumable;
import io.tradinggym.options.chain.ExpiryCalendar;
import io.tradinggym.options.chain.SimulatedChain;
import io.tradinggym.options.margin.ExchangeMargin;
import io.tradinggym.options.pricing.BlackScholes;
import io.tradinggym.options.pricing.OptionType;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Straddles of a near and a far expiry, the shares that hedge them, and cash: whole contracts of 100, whole shares, whole
 * cents. Options are bought at the offer and sold at the bid; shares cost their price and a fraction of it. Allocates nothing.
 */
final class StraddleBook implements Resumable {
  static final int SLEEVES = 2;
  private static final int CALL = 0;
  private static final int PUT = 1;
  private static final OptionType[] TYPES = {OptionType.CALL, OptionType.PUT};
  private static final int MULTIPLIER = 100;
  private static final int CENTS = 100;
  private static final int[] LEAST_DAYS = {20, 60};

  /** A position is rolled when so few days are left, or the spot has moved so far from its strike. */
  private static final int ROLL_DAYS = 7;

  private static final double ROLL_MOVE = 0.05;

  private final SimulatedChain chain;
  private final double stockCost;
  private final int[] contracts = new int[SLEEVES];
  private final double[] strike = new double[SLEEVES];
  private final int[] expiryDay = new int[SLEEVES];

  /** By sleeve and type, in cents. */
  private final int[][] bid = new int[SLEEVES][TYPES.length];

  private final int[][] ask = new int[SLEEVES][TYPES.length];
  private long cash;
  private long shares;
  private long costs;

  StraddleBook(SimulatedChain chain, double stockCost) {
    this.chain = chain;
    this.stockCost = stockCost;
  }

  void begin(long cents) {
    cash = cents;
    shares = 0;
    costs = 0;
    for (int i = 0; i < SLEEVES; i++) {
      contracts[i] = 0;
      choose(i);
    }
  }

  /** Brings a sleeve to so many straddles, rolling it first if it is due. */
  void hold(int sleeve, int target) {
    int day = (int) chain.time();
    double move = StrictMath.log(chain.surface().spot() / strike[sleeve]);
    if (expiryDay[sleeve] - day < ROLL_DAYS || Math.abs(move) > ROLL_MOVE) {
      trade(sleeve, -contracts[sleeve]);
      choose(sleeve);
    }
    trade(sleeve, target - contracts[sleeve]);
  }

  /** Trades shares until the book has no delta, to the nearest share. */
  void hedge() {
    long wanted = Math.round(-optionDelta());
    long traded = wanted - shares;
    long notional = Math.abs(traded) * spotCents();
    long paid = (long) Math.ceil(stockCost * notional);
    cash -= traded * spotCents() + paid;
    costs += paid;
    shares = wanted;
  }

  /** Straddles that the cash could back if sold, at the exchange's margin; of a sleeve, given what the others need. */
  int mostShort(int sleeve) {
    double free = equity() / (double) CENTS;
    for (int i = 0; i < SLEEVES; i++) {
      free -= i != sleeve && contracts[i] < 0 ? -contracts[i] * requirement(i) : 0;
    }
    return (int) Math.max(0, Math.floor(free / requirement(sleeve)));
  }

  /** Margin of one short straddle, in units of money. */
  private double requirement(int sleeve) {
    double spot = chain.surface().spot();
    double call = twice(sleeve, CALL) / (2.0 * CENTS);
    double put = twice(sleeve, PUT) / (2.0 * CENTS);
    ExchangeMargin rules = ExchangeMargin.EQUITY;
    double byCall = rules.naked(OptionType.CALL, spot, strike[sleeve], call) + put;
    double byPut = rules.naked(OptionType.PUT, spot, strike[sleeve], put) + call;
    return MULTIPLIER * Math.max(byCall, byPut);
  }

  private void trade(int sleeve, int count) {
    if (count == 0) {
      return;
    }
    for (int type = 0; type < TYPES.length; type++) {
      long price = count > 0 ? ask[sleeve][type] : bid[sleeve][type];
      cash -= (long) count * MULTIPLIER * price;
      costs += (long) count * MULTIPLIER / 2 * (2 * price - bid[sleeve][type] - ask[sleeve][type]);
    }
    contracts[sleeve] += count;
  }

  /** The first listed expiry that is far enough, and its strike nearest to the spot. */
  private void choose(int sleeve) {
    int day = (int) chain.time();
    ExpiryCalendar expiries = chain.law().expiries();
    int count = expiries.listed(day);
    int chosen = expiries.listed(day, count - 1);
    for (int n = count - 1; n >= 0; n--) {
      int expiry = expiries.listed(day, n);
      chosen = expiries.day(expiry) - day >= LEAST_DAYS[sleeve] ? expiry : chosen;
    }
    double spot = chain.surface().spot();
    double step = chain.law().strikeRule().step(spot, expiries.kind(chosen));
    expiryDay[sleeve] = expiries.day(chosen);
    strike[sleeve] = Math.max(1, Math.rint(spot / step)) * step;
    mark(sleeve);
  }

  /** Looks at the screen again; due whenever the market has moved. */
  void mark() {
    for (int i = 0; i < SLEEVES; i++) {
      mark(i);
    }
  }

  private void mark(int sleeve) {
    for (int type = 0; type < TYPES.length; type++) {
      bid[sleeve][type] = chain.bidCents(TYPES[type], strike[sleeve], expiryDay[sleeve]);
      ask[sleeve][type] = chain.askCents(TYPES[type], strike[sleeve], expiryDay[sleeve]);
    }
  }

  /** Twice the mark, in cents. */
  private long twice(int sleeve, int type) {
    return (long) bid[sleeve][type] + ask[sleeve][type];
  }

  private long spotCents() {
    return Math.round(CENTS * chain.surface().spot());
  }

  /** Cash, shares at the spot and options at the mean of bid and offer, in cents. */
  long equity() {
    long sum = cash + shares * spotCents();
    for (int i = 0; i < SLEEVES; i++) {
      if (contracts[i] != 0) {
        sum += (long) contracts[i] * MULTIPLIER / 2 * (twice(i, CALL) + twice(i, PUT));
      }
    }
    return sum;
  }

  /** Of the options, in shares. */
  double optionDelta() {
    double sum = 0;
    for (int i = 0; i < SLEEVES; i++) {
      double years = years(i);
      double volatility = volatility(i);
      double spot = chain.surface().spot();
      sum +=
          contracts[i]
              * (BlackScholes.delta(OptionType.CALL, spot, strike[i], years, 0, 0, volatility)
                  + BlackScholes.delta(OptionType.PUT, spot, strike[i], years, 0, 0, volatility));
    }
    return MULTIPLIER * sum;
  }

  /** Change of equity for one volatility point more everywhere, units of money. */
  double vegaPerPoint() {
    double sum = 0;
    for (int i = 0; i < SLEEVES; i++) {
      double spot = chain.surface().spot();
      sum += 2 * contracts[i] * BlackScholes.vega(spot, strike[i], years(i), 0, 0, volatility(i));
    }
    return MULTIPLIER * sum / 100;
  }

  double volatility(int sleeve) {
    return chain.surface().impliedVolatility(strike[sleeve], years(sleeve));
  }

  double years(int sleeve) {
    return (expiryDay[sleeve] - chain.time()) / 365;
  }

  int contracts(int sleeve) {
    return contracts[sleeve];
  }

  double strike(int sleeve) {
    return strike[sleeve];
  }

  /** Paid so far for trading away from the mark, in cents. */
  long costs() {
    return costs;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    for (int i = 0; i < SLEEVES; i++) {
      out.writeInt(contracts[i]);
      out.writeDouble(strike[i]);
      out.writeInt(expiryDay[i]);
    }
    out.writeLong(cash);
    out.writeLong(shares);
    out.writeLong(costs);
  }

  /** After the chain, which quotes what is held. */
  @Override
  public void restore(DataInput in) throws IOException {
    for (int i = 0; i < SLEEVES; i++) {
      contracts[i] = in.readInt();
      strike[i] = in.readDouble();
      expiryDay[i] = in.readInt();
    }
    cash = in.readLong();
    shares = in.readLong();
    costs = in.readLong();
    mark();
  }
}
