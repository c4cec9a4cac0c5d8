package io.tradinggym.options.margin;

import io.tradinggym.options.pricing.OptionType;
import io.tradinggym.options.strategy.OptionLeg;
import io.tradinggym.options.strategy.Strategy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Strategy-based margin of US exchanges (FINRA 4210(f), Cboe 10.3), at current marks, not at entry cost.
 *
 * <ul>
 *   <li>Short option without cover: mark + max(p S - out-of-the-money amount, m S for a call, m K for a put).
 *   <li>Short calls and short puts together: the greater side plus the mark of the other.
 *   <li>Spreads, condors, butterflies, boxes: the largest loss of intrinsic value at any spot; an iron condor thus
 * pays for its wider side only. A long leg covers a short one if it expires no earlier. <li>Long options: paid in
 * full, 75 % beyond nine months. <li>With shares (50 % initial, 25 % maintenance): covered call, protective put and
 * collar have their own rules.
 * </ul>
 *
 * <p>A leg's premium is taken as its mark.
 *
 * @param percentage p: 0.20 equities, 0.15 broad-based indices, times the leverage of a leveraged fund
 * @param minimum m: 0.10
 */
public record ExchangeMargin(double percentage, double minimum) {
  /** Equities and ETFs. */
  public static final ExchangeMargin EQUITY = new ExchangeMargin(0.20, 0.10);

  /** Broad-based indices. */
  public static final ExchangeMargin BROAD_INDEX = new ExchangeMargin(0.15, 0.10);

  private static final double STOCK_INITIAL = 0.50;
  private static final double STOCK_MAINTENANCE = 0.25;
  private static final double SHORT_STOCK_INITIAL = 1.50;
  private static final double SHORT_STOCK_MAINTENANCE = 1.30;
  private static final double LONG_DATED = 0.75;
  private static final double LONG_DATED_SHARE = 0.75;

  /** Rules for a fund that moves {@code leverage} times its index. */
  public ExchangeMargin leveraged(double leverage) {
    return new ExchangeMargin(percentage * leverage, minimum * leverage);
  }

  /** Requirement per share of a short option without cover, at its mark. */
  public double naked(OptionType type, double spot, double strike, double mark) {
    return mark + nakedWithoutMark(type, spot, strike);
  }

  private double nakedWithoutMark(OptionType type, double spot, double strike) {
    double outOfTheMoney = Math.max(type.sign() * (strike - spot), 0);
    double least = minimum * (type == OptionType.CALL ? spot : strike);
    return Math.max(percentage * spot - outOfTheMoney, least);
  }

  /** Requirement of a short put whose strike lies in cash, per contract: (K - mark) multiplier. */
  public static double cashSecuredPut(OptionLeg put, double multiplier) {
    return -put.contracts() * (put.strike() - put.premium()) * multiplier;
  }

  /** Requirement of a strategy at a spot. */
  public MarginRequirement requirement(Strategy strategy, double spot) {
    double paid = 0;
    double proceeds = 0;
    for (OptionLeg leg : strategy.legs()) {
      double amount = Math.abs(leg.contracts()) * leg.premium() * strategy.multiplier();
      if (leg.isShort()) {
        proceeds += amount;
      } else {
        paid += amount * (leg.years() > LONG_DATED ? LONG_DATED_SHARE : 1);
      }
    }
    if (strategy.shares() != 0) {
      return withShares(strategy, spot, paid, proceeds);
    }
    double margin = options(strategy.legs(), spot) * strategy.multiplier();
    return new MarginRequirement(margin + paid, margin, proceeds);
  }

  /** Options against shares: what the shares cover needs no margin of its own. */
  private MarginRequirement withShares(
      Strategy strategy, double spot, double paid, double proceeds) {
    double shares = strategy.shares();
    boolean bought = shares > 0;
    OptionType coveredType = bought ? OptionType.CALL : OptionType.PUT;
    double coverable = Math.abs(shares) / strategy.multiplier();
    List<OptionLeg> rest = new ArrayList<>();
    double maintenancePerShare = bought ? STOCK_MAINTENANCE * spot : SHORT_STOCK_MAINTENANCE * spot;
    double initial = Math.abs(shares) * spot * (bought ? STOCK_INITIAL : SHORT_STOCK_INITIAL);
    double callStrike = Double.POSITIVE_INFINITY;
    double putStrike = Double.NaN;
    double inTheMoney = 0;
    for (OptionLeg leg : strategy.legs()) {
      if (leg.isShort() && leg.type() == coveredType && coverable >= -leg.contracts()) {
        coverable += leg.contracts();
        callStrike = bought ? leg.strike() : callStrike;
        inTheMoney +=
            bought
                ? 0
                : -leg.contracts() * leg.type().payoff(spot, leg.strike()) * strategy.multiplier();
      } else if (bought && !leg.isShort() && leg.type() == OptionType.PUT) {
        putStrike = leg.strike();
      } else {
        rest.add(leg);
      }
    }
    if (bought) {
      // The shares count for no more than what the call pays for them.
      maintenancePerShare = STOCK_MAINTENANCE * Math.min(spot, callStrike);
      if (!Double.isNaN(putStrike)) {
        double outOfTheMoney = Math.max(spot - putStrike, 0);
        double limit = callStrike < Double.POSITIVE_INFINITY ? callStrike : spot;
        maintenancePerShare =
            Math.min(minimum * putStrike + outOfTheMoney, STOCK_MAINTENANCE * limit);
      }
    }
    double margin = options(rest, spot) * strategy.multiplier() + inTheMoney;
    double maintenance = Math.abs(shares) * maintenancePerShare + margin;
    return new MarginRequirement(initial + margin + paid, maintenance, proceeds);
  }

  /** Margin per share of multiplier of options without shares. */
  private double options(List<OptionLeg> legs, double spot) {
    List<OptionLeg> spread = new ArrayList<>();
    List<OptionLeg> nakedCalls = new ArrayList<>();
    List<OptionLeg> nakedPuts = new ArrayList<>();
    separate(legs, OptionType.CALL, spot, spread, nakedCalls);
    separate(legs, OptionType.PUT, spot, spread, nakedPuts);
    return largestLoss(spread) + nakedTogether(nakedCalls, nakedPuts, spot);
  }

  /** Lets long contracts cover the short ones that would cost most; what remains short is naked. */
  private void separate(
      List<OptionLeg> legs,
      OptionType type,
      double spot,
      List<OptionLeg> spread,
      List<OptionLeg> naked) {
    List<OptionLeg> longs = new ArrayList<>();
    List<OptionLeg> shorts = new ArrayList<>();
    for (OptionLeg leg : legs) {
      if (leg.type() == type) {
        (leg.isShort() ? shorts : longs).add(leg);
      }
    }
    shorts.sort(Comparator.comparingDouble(leg -> -naked(type, spot, leg.strike(), leg.premium())));
    int[] left = longs.stream().mapToInt(OptionLeg::contracts).toArray();
    for (OptionLeg leg : shorts) {
      int open = -leg.contracts();
      for (int i = 0; i < left.length && open > 0; i++) {
        OptionLeg cover = longs.get(i);
        int covered = cover.years() >= leg.years() ? Math.min(left[i], open) : 0;
        if (covered > 0) {
          spread.add(sized(cover, covered));
          spread.add(sized(leg, -covered));
          left[i] -= covered;
          open -= covered;
        }
      }
      if (open > 0) {
        naked.add(sized(leg, -open));
      }
    }
    // Contracts nobody needed as cover still limit the loss of the spread as a whole.
    for (int i = 0; i < left.length; i++) {
      if (left[i] > 0) {
        spread.add(sized(longs.get(i), left[i]));
      }
    }
  }

  private static OptionLeg sized(OptionLeg leg, int contracts) {
    return new OptionLeg(leg.type(), leg.strike(), leg.years(), contracts, leg.premium());
  }

  /** The largest loss of intrinsic value at any spot; it is reached at 0, at a strike or, with calls covered, above. */
  private static double largestLoss(List<OptionLeg> legs) {
    double worst = Math.max(0, -intrinsic(legs, 0));
    for (OptionLeg at : legs) {
      worst = Math.max(worst, -intrinsic(legs, at.strike()));
    }
    return worst;
  }

  private static double intrinsic(List<OptionLeg> legs, double spot) {
    double sum = 0;
    for (OptionLeg leg : legs) {
      sum += leg.contracts() * leg.type().payoff(spot, leg.strike());
    }
    return sum;
  }

  /** The greater of the two sides plus the mark of the other. */
  private double nakedTogether(List<OptionLeg> calls, List<OptionLeg> puts, double spot) {
    double callRisk = 0;
    double callMark = 0;
    for (OptionLeg leg : calls) {
      callRisk -= leg.contracts() * naked(OptionType.CALL, spot, leg.strike(), leg.premium());
      callMark -= leg.contracts() * leg.premium();
    }
    double putRisk = 0;
    double putMark = 0;
    for (OptionLeg leg : puts) {
      putRisk -= leg.contracts() * naked(OptionType.PUT, spot, leg.strike(), leg.premium());
      putMark -= leg.contracts() * leg.premium();
    }
    return callRisk >= putRisk ? callRisk + putMark : putRisk + callMark;
  }
}
