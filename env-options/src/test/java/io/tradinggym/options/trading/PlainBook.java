package io.tradinggym.options.trading;

import io.tradinggym.options.board.OptionBoard;
import io.tradinggym.options.board.Quoted;
import io.tradinggym.options.pricing.OptionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A plain count of cash in cents, shares and contracts, written from the rules and not from the library: no ledger, no
 * lots, no ticks.
 */
final class PlainBook {
  private static final int SHARES = 100;

  /** One option held or sold. */
  static final class Leg {
    final OptionType type;
    final int strike;
    final int expiry;
    long contracts;
    int bid;
    int ask;

    private Leg(Quoted option, long contracts) {
      type = option.type;
      strike = option.strikeCents;
      expiry = option.expiryDay;
      this.contracts = contracts;
      bid = option.bid;
      ask = option.ask;
    }

    long payoff(long spot) {
      return Math.max(type == OptionType.CALL ? spot - strike : strike - spot, 0);
    }
  }

  final List<Leg> legs = new ArrayList<>();
  long cash;
  long shares;
  long spot;
  long commissions;
  long interest;
  long dividends;
  long assigned;
  long exercised;

  PlainBook(long cents, long spot) {
    cash = cents;
    this.spot = spot;
  }

  /** Buys at the offer, sells at the bid. */
  void trade(Quoted option, long contracts) {
    cash -= contracts * SHARES * (contracts > 0 ? option.ask : option.bid);
    legs.add(new Leg(option, contracts));
  }

  /** 65 cents each, an order at least a dollar. */
  void commission(long contracts) {
    long paid = contracts == 0 ? 0 : Math.max(100, 65 * contracts);
    commissions += paid;
    cash -= paid;
  }

  /** At the close, a basis point of the value in costs, rounded up. */
  void shares(long count) {
    long value = Math.abs(count) * spot;
    cash -= count * spot + (value + 9_999) / 10_000;
    shares += count;
  }

  void closeOptions() {
    long count = 0;
    for (Leg leg : legs) {
      cash += leg.contracts * SHARES * (leg.contracts > 0 ? leg.bid : leg.ask);
      count += Math.abs(leg.contracts);
    }
    legs.clear();
    commission(count);
  }

  /** Sold contracts change hands at the strike; bought ones are exercised. */
  void deliver(Leg leg, long contracts) {
    long bought = (leg.type == OptionType.CALL ? contracts : -contracts) * SHARES;
    shares += bought;
    cash -= bought * leg.strike;
    leg.contracts -= contracts;
    assigned += Math.max(-contracts, 0);
    exercised += Math.max(contracts, 0);
  }

  /** To another close: quotes, interest on cash, dividends on shares, both rounded down to a cent. */
  void carry(OptionBoard board, int days) {
    spot = board.spotCents();
    Quoted asked = new Quoted();
    for (Leg leg : legs) {
      asked.name(leg.type, leg.strike, leg.expiry);
      board.quote(asked);
      leg.bid = asked.bid;
      leg.ask = asked.ask;
    }
    double years = days / 365.0;
    long paid = (long) Math.floor(cash * StrictMath.expm1(board.rate() * years));
    long received =
        (long) Math.floor((double) shares * spot * StrictMath.expm1(board.dividendYield() * years));
    interest += paid;
    dividends += received;
    cash += paid + received;
  }

  /** At expiry a cent in the money is enough; whether anything was delivered. */
  boolean expire(int day) {
    boolean delivered = false;
    for (Leg leg : legs) {
      if (leg.expiry <= day && leg.payoff(spot) >= 1) {
        deliver(leg, leg.contracts);
        delivered = true;
      }
    }
    legs.removeIf(leg -> leg.expiry <= day || leg.contracts == 0);
    return delivered;
  }

  long equity() {
    long halves = 0;
    for (Leg leg : legs) {
      halves += leg.contracts * SHARES * (leg.bid + (long) leg.ask);
    }
    return cash + shares * spot + halves / 2;
  }

  /**
   * Equity that must be there to keep (or, asked so, to open) what is held, in cents: FINRA 4210 strategy by strategy.
   * NaN for mixtures that have no name.
   */
  double margin(boolean opens) {
    double value = 0;
    for (Leg leg : legs) {
      value += leg.contracts * SHARES * 0.5 * (leg.bid + (double) leg.ask);
    }
    double stock = Math.abs(shares) * (double) spot;
    double needed =
        legs.isEmpty()
            ? stock * (opens ? 0.5 : shares > 0 ? 0.25 : 0.30)
            : shares == 0 ? value + options() : covered(stock, value, opens);
    boolean sold = shares < 0 || legs.stream().anyMatch(leg -> leg.contracts < 0);
    double least = sold ? 200_000 : Math.min(200_000, stock + value);
    return opens ? Math.max(needed, least) : needed;
  }

  /** One call sold on exactly the shares that it covers: shares count for no more than the strike. */
  private double covered(double stock, double value, boolean opens) {
    Leg call = legs.getFirst();
    boolean sold = call.type == OptionType.CALL && call.contracts < 0;
    if (legs.size() > 1 || !sold || call.contracts * -SHARES != shares) {
      return Double.NaN;
    }
    double inTheMoney = call.payoff(spot) * (double) shares;
    double kept = 0.25 * Math.min(spot, call.strike) * shares;
    return value + inTheMoney + (opens ? 0.5 * stock : kept);
  }

  private double options() {
    if (legs.stream().allMatch(leg -> leg.contracts > 0)) {
      return 0;
    }
    long units = Math.abs(legs.getFirst().contracts);
    if (legs.stream().anyMatch(leg -> Math.abs(leg.contracts) != units)) {
      return Double.NaN;
    }
    Leg shortCall = find(OptionType.CALL, -1);
    Leg longCall = find(OptionType.CALL, 1);
    Leg shortPut = find(OptionType.PUT, -1);
    Leg longPut = find(OptionType.PUT, 1);
    double above = width(longCall, shortCall, 1);
    double below = width(longPut, shortPut, -1);
    if (!Double.isNaN(above) && !Double.isNaN(below)) {
      return units * SHARES * Math.max(above, below);
    }
    double call = Double.isNaN(above) ? naked(Objects.requireNonNull(shortCall)) : 0;
    double put = Double.isNaN(below) ? naked(Objects.requireNonNull(shortPut)) : 0;
    double callMark = call == 0 ? 0 : mean(Objects.requireNonNull(shortCall));
    double putMark = put == 0 ? 0 : mean(Objects.requireNonNull(shortPut));
    double naked = call >= put ? call + putMark : put + callMark;
    return units * SHARES * (naked + (Double.isNaN(above) ? 0 : above));
  }

  /** What a spread can lose by its strikes; 0 where nothing is sold, NaN where what is sold is naked. */
  private static double width(@Nullable Leg bought, @Nullable Leg sold, int side) {
    if (sold == null) {
      return 0;
    }
    return bought != null && covers(bought, sold)
        ? Math.max(0, side * (bought.strike - sold.strike))
        : Double.NaN;
  }

  private static double mean(Leg leg) {
    return 0.5 * (leg.bid + leg.ask);
  }

  private @Nullable Leg find(OptionType type, int side) {
    return legs.stream()
        .filter(leg -> leg.type == type && Long.signum(leg.contracts) == side)
        .findFirst()
        .orElse(null);
  }

  private static boolean covers(Leg bought, Leg sold) {
    return bought.expiry >= sold.expiry;
  }

  private double naked(Leg leg) {
    double out = Math.max(leg.type == OptionType.CALL ? leg.strike - spot : spot - leg.strike, 0);
    double least = 0.10 * (leg.type == OptionType.CALL ? spot : leg.strike);
    return 0.5 * (leg.bid + leg.ask) + Math.max(0.20 * spot - out, least);
  }
}
