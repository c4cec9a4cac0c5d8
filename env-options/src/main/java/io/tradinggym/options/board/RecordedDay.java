package io.tradinggym.options.board;

import io.tradinggym.market.calendar.Nyse;
import io.tradinggym.options.chain.ImpliedForwards;
import io.tradinggym.options.chain.QuoteWidth;
import io.tradinggym.options.chain.RecordedChain;
import io.tradinggym.options.pricing.BlackScholes;
import io.tradinggym.options.pricing.Greeks;
import io.tradinggym.options.pricing.ImpliedVolatility;
import io.tradinggym.options.pricing.OptionType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One recorded chain, worked out once for all lanes: contracts by expiry and strike, quotes in cents, volatilities and
 * Greeks. Columns of contracts: 2r is the call and 2r + 1 the put of row r. Immutable.
 */
final class RecordedDay {
  private static final int CENTS = 100;
  private static final Nyse NYSE = new Nyse();
  private static final double USUAL_VOLATILITY = 0.2;

  final int day;
  final long spotCents;
  final int[] expiryDay;

  /** First row of each expiry, and the end. */
  final int[] from;

  final int[] strikeCents;
  final double[] atTheMoney;
  final double[] skew;
  final int[] bid;
  final int[] ask;
  final double[] volatility;
  final double[] delta;
  final double[] gamma;
  final double[] vega;
  final double[] theta;

  /** New shares for an old one since the day before; 1 without a split. */
  final int split;

  /** What a board shows. */
  RecordedDay(OptionBoard board) {
    day = board.day();
    spotCents = board.spotCents();
    split = 1;
    int expiries = board.expiries();
    expiryDay = new int[expiries];
    atTheMoney = new double[expiries];
    skew = new double[expiries];
    from = new int[expiries + 1];
    for (int n = 0; n < expiries; n++) {
      expiryDay[n] = board.expiryDay(n);
      atTheMoney[n] = board.volatility(n);
      skew[n] = board.skew(n);
      from[n + 1] = from[n] + board.strikes(n);
    }
    strikeCents = new int[from[expiries]];
    bid = new int[2 * strikeCents.length];
    ask = new int[bid.length];
    volatility = new double[bid.length];
    delta = new double[bid.length];
    gamma = new double[bid.length];
    vega = new double[bid.length];
    theta = new double[bid.length];
    Quoted quoted = new Quoted();
    for (int n = 0; n < expiries; n++) {
      for (int row = from[n]; row < from[n + 1]; row++) {
        strikeCents[row] = board.strikeCents(n, row - from[n]);
        for (OptionType type : OptionType.values()) {
          quoted.name(type, strikeCents[row], expiryDay[n]);
          board.quote(quoted);
          enter(quoted, 2 * row + (type == OptionType.CALL ? 0 : 1));
        }
      }
    }
  }

  private void enter(Quoted quoted, int at) {
    bid[at] = quoted.bid;
    ask[at] = quoted.ask;
    volatility[at] = quoted.volatility;
    delta[at] = quoted.delta;
    gamma[at] = quoted.gamma;
    vega[at] = quoted.vega;
    theta[at] = quoted.theta;
  }

  /** The same day with another close, or in shares of which there are so many times as many. */
  private RecordedDay(RecordedDay other, long spot, int factor, int splitToday) {
    day = other.day;
    spotCents = spot;
    split = other.split * splitToday;
    expiryDay = other.expiryDay;
    from = other.from;
    atTheMoney = other.atTheMoney;
    skew = other.skew;
    volatility = other.volatility;
    delta = other.delta;
    strikeCents =
        Arrays.stream(other.strikeCents).map(strike -> (strike + factor / 2) / factor).toArray();
    bid =
        Arrays.stream(other.bid)
            .map(price -> price == Quoted.NONE ? price : price / factor)
            .toArray();
    ask =
        Arrays.stream(other.ask)
            .map(price -> price == Quoted.NONE ? price : Math.ceilDiv(price, factor))
            .toArray();
    gamma = Arrays.stream(other.gamma).map(each -> each * factor).toArray();
    vega = Arrays.stream(other.vega).map(each -> each / factor).toArray();
    theta = Arrays.stream(other.theta).map(each -> each / factor).toArray();
  }

  /** The same quotes beside another close of the underlying, cents. */
  RecordedDay closing(long cents) {
    return new RecordedDay(this, cents, 1, 1);
  }

  /**
   * The same day in new shares, of which there are so many for an old one.
   *
   * @param today whether they split in its morning
   */
  RecordedDay inShares(int factor, boolean today) {
    long spot = Math.floorDiv(spotCents + factor / 2, factor);
    return new RecordedDay(this, spot, factor, today ? factor : 1);
  }

  /**
   * Works a chain out. The spot is that of put-call parity, else the one that the source gives.
   *
   * @param width of quotes that are made around the last price where the source has none
   */
  RecordedDay(RecordedChain chain, QuoteWidth width) {
    day = (int) chain.date().toEpochDay();
    split = 1;
    ImpliedForwards parity = ImpliedForwards.of(chain);
    double spot = parity.spot() > 0 ? parity.spot() : chain.underlying();
    if (!(spot > 0)) {
      throw new IllegalArgumentException(
          chain.report().file()
              + ": no price of the underlying, neither by parity nor in the file");
    }
    spotCents = Math.round(CENTS * spot);
    List<int[]> rows = rows(chain);
    strikeCents = rows.stream().mapToInt(row -> row[1]).toArray();
    expiryDay = rows.stream().mapToInt(row -> row[0]).distinct().toArray();
    from = new int[expiryDay.length + 1];
    for (int n = 0, row = 0; n < expiryDay.length; n++) {
      from[n] = row;
      while (row < rows.size() && rows.get(row)[0] == expiryDay[n]) {
        row++;
      }
      from[n + 1] = row;
    }
    bid = new int[2 * rows.size()];
    ask = new int[bid.length];
    volatility = new double[bid.length];
    delta = new double[bid.length];
    gamma = new double[bid.length];
    vega = new double[bid.length];
    theta = new double[bid.length];
    Arrays.fill(bid, Quoted.NONE);
    Arrays.fill(ask, Quoted.NONE);
    for (int i = 0; i < chain.size(); i++) {
      if (session(chain.expiryDay(i)) > day) {
        enter(chain, i, parity, spot, width);
      }
    }
    atTheMoney = new double[expiryDay.length];
    skew = new double[expiryDay.length];
    for (int n = 0; n < expiryDay.length; n++) {
      double years = (expiryDay[n] - day) / OptionMarket.DAYS_PER_YEAR;
      double forward = CENTS * parity.forward(spot, years);
      double middle = volatility(n, forward);
      double move = StrictMath.exp(middle * Math.sqrt(years));
      atTheMoney[n] = middle;
      skew[n] = volatility(n, forward / move) - volatility(n, forward * move);
    }
  }

  /** Expiry and strike of every row, ascending; what has expired is left out. */
  private List<int[]> rows(RecordedChain chain) {
    List<int[]> rows = new ArrayList<>();
    for (int i = 0; i < chain.size(); i++) {
      int[] row = {session(chain.expiryDay(i)), (int) Math.round(CENTS * chain.strike(i))};
      boolean isNew = rows.isEmpty() || !Arrays.equals(rows.getLast(), row);
      if (session(chain.expiryDay(i)) > day && isNew) {
        rows.add(row);
      }
    }
    return rows;
  }

  private void enter(
      RecordedChain chain, int i, ImpliedForwards parity, double spot, QuoteWidth width) {
    OptionType type = chain.type(i);
    double years = Math.max(chain.years(i), 1e-6);
    int strike = (int) Math.round(CENTS * chain.strike(i));
    int at =
        2 * row(expiry(session(chain.expiryDay(i))), strike) + (type == OptionType.CALL ? 0 : 1);
    double rate = parity.rate();
    // The yield that makes the forward what parity says.
    double yield = rate - StrictMath.log(parity.forward(spot, years) / spot) / years;
    double mid = chain.mid(i);
    ImpliedVolatility implied =
        ImpliedVolatility.of(type, mid, spot, chain.strike(i), years, rate, yield);
    volatility[at] = implied.outcome().hasVolatility() ? implied.volatility() : 0;
    Greeks greeks =
        BlackScholes.greeks(type, spot, chain.strike(i), years, rate, yield, volatility[at]);
    delta[at] = greeks.delta();
    gamma[at] = greeks.gamma();
    vega[at] = greeks.vega();
    theta[at] = greeks.theta();
    if (chain.hasQuotes()) {
      bid[at] = (int) Math.floor(CENTS * chain.bid(i) + 1e-6);
      ask[at] = (int) Math.ceil(CENTS * chain.ask(i) - 1e-6);
    } else if (mid > 0) {
      double days = years * OptionMarket.DAYS_PER_YEAR;
      double half = 0.5 * vega[at] * width.inVolatility(days) * width.wing(delta[at]);
      bid[at] = (int) Math.max(0, Math.floor(CENTS * (mid - half) - 0.5));
      ask[at] = (int) Math.ceil(CENTS * (mid + half) + 0.5);
    }
  }

  /** The day itself, or the session before: before 2015 monthly options expired on Saturdays. */
  private static int session(int expiry) {
    LocalDate date = LocalDate.ofEpochDay(expiry);
    return NYSE.isSession(date) ? expiry : (int) NYSE.previous(date).toEpochDay();
  }

  /** Whether there is any call, or put, with quotes. */
  boolean quotes(OptionType type) {
    for (int at = type == OptionType.CALL ? 0 : 1; at < bid.length; at += 2) {
      if (bid[at] != Quoted.NONE) {
        return true;
      }
    }
    return false;
  }

  /** Index of an expiry, -1 if it is not shown. */
  int expiry(int onDay) {
    int found = Arrays.binarySearch(expiryDay, onDay);
    return found < 0 ? -1 : found;
  }

  /** Row of a strike, -1 if it is not shown. */
  int row(int expiry, int cents) {
    int found = Arrays.binarySearch(strikeCents, from[expiry], from[expiry + 1], cents);
    return found < 0 ? -1 : found;
  }

  /** Volatility of the out-of-the-money option nearest to a strike that has one; the usual one if none has. */
  double volatility(int expiry, double cents) {
    double nearest = Double.POSITIVE_INFINITY;
    double found = USUAL_VOLATILITY;
    for (int row = from[expiry]; row < from[expiry + 1]; row++) {
      int out = 2 * row + (strikeCents[row] >= spotCents ? 0 : 1);
      double own = volatility[out] > 0 ? volatility[out] : volatility[out ^ 1];
      double distance = Math.abs(strikeCents[row] - cents);
      if (own > 0 && distance < nearest) {
        nearest = distance;
        found = own;
      }
    }
    return found;
  }
}
