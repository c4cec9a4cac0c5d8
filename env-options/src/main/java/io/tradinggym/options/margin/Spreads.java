package io.tradinggym.options.margin;

import io.tradinggym.options.pricing.OptionType;

/**
 * Short options and the long ones that cover them. Those that are sold to one expiry stand together, since one spot
 * decides over all of them: an iron condor loses on one side only. Scratch memory, nothing is allocated.
 */
final class Spreads {
  private final OptionType[] type;
  private final double[] strike;

  /** Expiry of the short options that a part stands with. */
  private final double[] group;

  private final double[] units;
  private int parts;

  /** @param mostLegs different options at most */
  Spreads(int mostLegs) {
    // Every pair uses up a long or a short leg; the longs left over join.
    int room = 3 * mostLegs;
    type = new OptionType[room];
    strike = new double[room];
    group = new double[room];
    units = new double[room];
  }

  void clear() {
    parts = 0;
  }

  /** Adds units to the options that are sold to an expiry. */
  void add(OptionType newType, double newStrike, double expiry, double newUnits) {
    type[parts] = newType;
    strike[parts] = newStrike;
    group[parts] = expiry;
    units[parts] = newUnits;
    parts++;
  }

  /** Lets long options that nobody needs as cover limit the loss of a spread that they outlive. */
  void join(OptionType newType, double newStrike, double expiry, double newUnits) {
    for (int i = 0; i < parts; i++) {
      if (group[i] <= expiry) {
        add(newType, newStrike, group[i], newUnits);
        return;
      }
    }
  }

  /** The largest loss of intrinsic value at any spot, of each expiry, added up. */
  double largestLosses() {
    double sum = 0;
    for (int i = 0; i < parts; i++) {
      if (isFirst(i)) {
        sum += largestLoss(group[i]);
      }
    }
    return sum;
  }

  private boolean isFirst(int part) {
    for (int i = 0; i < part; i++) {
      if (group[i] == group[part]) {
        return false;
      }
    }
    return true;
  }

  /**
   * It is reached at a strike: short ones are covered, so nothing more is lost below the lowest or above the highest.
   */
  private double largestLoss(double expiry) {
    double worst = 0;
    for (int i = 0; i < parts; i++) {
      if (group[i] == expiry) {
        worst = Math.max(worst, -intrinsic(expiry, strike[i]));
      }
    }
    return worst;
  }

  private double intrinsic(double expiry, double spot) {
    double sum = 0;
    for (int i = 0; i < parts; i++) {
      if (group[i] == expiry) {
        sum += units[i] * type[i].payoff(spot, strike[i]);
      }
    }
    return sum;
  }
}
