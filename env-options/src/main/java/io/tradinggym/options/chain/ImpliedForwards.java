package io.tradinggym.options.chain;

import io.tradinggym.options.pricing.OptionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a chain says about carry, dividends and the spot by put-call parity, C - P = e^(-rT) (F - K).
 *
 * <p>Of each expiry the strikes nearest to the money that have both a call and a put are taken, and their forwards K +
 * (C - P) e^(rT) averaged robustly (Huber's weights, tightest quotes first), so that a broken pair does no harm; near
 * the money the rate hardly matters. How the forwards grow with time is the carry r - q; the nearest forward, taken
 * back by it, is the spot.
 *
 * <p>European options also show the rate itself, by the slope of C - P in K: {@link #european}. American ones do not:
 * the right to exercise puts early grows with the strike and hides it (a chain of SPY of 2025, at 4 %, seems to say -2
 * %). {@link #of(ChainQuotes)} then takes the carry for the rate, as if there were no dividends.
 *
 * @param rate interest a year, continuously compounded
 * @param spot today; NaN if no expiry has enough pairs; a dividend before the nearest expiry is missing in it
 * @param expiries ascending; those with fewer than three pairs are missing
 */
public record ImpliedForwards(double rate, double spot, List<ImpliedForward> expiries) {
  private static final int LEAST_PAIRS = 3;
  private static final double LARGEST_RATE = 0.2;
  private static final double LEAST_YEARS_FOR_RATE = 0.08;
  private static final double LEAST_YEARS_FOR_CARRY = 0.04;

  /** Checks the values. */
  public ImpliedForwards {
    expiries = List.copyOf(expiries);
  }

  /**
   * {@return the forwards of a chain, with the carry for the rate, at least 0}
   *
   * @param chain quotes of one moment
   */
  public static ImpliedForwards of(ChainQuotes chain) {
    List<ParityPairs> all = pairs(chain);
    double rate = Math.max(carry(forwards(0, all)), 0);
    return new ImpliedForwards(rate, spot(rate, forwards(rate, all)), forwards(rate, all));
  }

  /**
   * {@return the forwards of a chain, with a known rate}
   *
   * @param chain quotes of one moment
   * @param rate interest a year, continuously compounded
   */
  public static ImpliedForwards of(ChainQuotes chain, double rate) {
    List<ImpliedForward> forwards = forwards(rate, pairs(chain));
    return new ImpliedForwards(rate, spot(rate, forwards), forwards);
  }

  /**
   * {@return the forwards of a chain of European options, with the rate by the slope of C - P in K; 0 where the chain
   * cannot tell}
   *
   * @param chain quotes of one moment
   */
  public static ImpliedForwards european(ChainQuotes chain) {
    List<ParityPairs> all = pairs(chain);
    double[] rates = new double[all.size()];
    double[] weights = new double[all.size()];
    for (int i = 0; i < rates.length; i++) {
      ParityPairs pairs = all.get(i);
      double discount = pairs.discount();
      boolean usable = pairs.years() >= LEAST_YEARS_FOR_RATE && discount > 0;
      rates[i] = usable ? -StrictMath.log(discount) / pairs.years() : 0;
      usable &= Math.abs(rates[i]) <= LARGEST_RATE;
      weights[i] = usable ? pairs.years() / pairs.slopeError() : 0;
    }
    double rate = RobustMedian.of(rates, weights);
    List<ImpliedForward> forwards = forwards(rate, all);
    return new ImpliedForwards(rate, spot(rate, forwards), forwards);
  }

  /**
   * {@return the forward of an expiry; empty if it has too few pairs}
   *
   * @param expiryDay last day, epoch day
   */
  public Optional<ImpliedForward> at(int expiryDay) {
    return expiries.stream().filter(each -> each.expiryDay() == expiryDay).findFirst();
  }

  /**
   * {@return the dividend yield to an expiry that the forward implies, a year, continuously compounded}
   *
   * @param forward one of {@link #expiries}
   */
  public double dividendYield(ImpliedForward forward) {
    return rate - StrictMath.log(forward.forward() / spot) / forward.years();
  }

  /**
   * {@return the forward of any time to expiry for a spot of one's own, by the carry to the nearest expiry that has a
   * forward, else by the rate}
   *
   * @param spotPrice price of the underlying, > 0; may differ from {@link #spot}
   * @param years to expiry, >= 0
   */
  public double forward(double spotPrice, double years) {
    ImpliedForward nearest = null;
    for (ImpliedForward each : expiries) {
      if (nearest == null || Math.abs(each.years() - years) < Math.abs(nearest.years() - years)) {
        nearest = each;
      }
    }
    double carry =
        nearest == null ? rate : StrictMath.log(nearest.forward() / spot) / nearest.years();
    return spotPrice * StrictMath.exp(carry * years);
  }

  private static List<ImpliedForward> forwards(double rate, List<ParityPairs> all) {
    return all.stream().map(pairs -> pairs.forward(StrictMath.exp(-rate * pairs.years()))).toList();
  }

  private static double spot(double rate, List<ImpliedForward> forwards) {
    if (forwards.isEmpty()) {
      return Double.NaN;
    }
    ImpliedForward nearest = forwards.getFirst();
    double carry = forwards.size() > 1 ? carry(forwards) : rate;
    return nearest.forward() * StrictMath.exp(-carry * nearest.years());
  }

  /** Growth of the forwards per year: the median over pairs of expiries with the nearest, by their distance. */
  private static double carry(List<ImpliedForward> forwards) {
    int n = forwards.size();
    double[] slopes = new double[n];
    double[] weights = new double[n];
    for (int i = 1; i < n; i++) {
      double years = forwards.get(i).years() - forwards.getFirst().years();
      if (years >= LEAST_YEARS_FOR_CARRY) {
        double ratio = forwards.get(i).forward() / forwards.getFirst().forward();
        slopes[i] = StrictMath.log(ratio) / years;
        weights[i] = years;
      }
    }
    return RobustMedian.of(slopes, weights);
  }

  private static List<ParityPairs> pairs(ChainQuotes chain) {
    List<ParityPairs> all = new ArrayList<>();
    int from = 0;
    while (from < chain.size()) {
      ParityPairs pairs = new ParityPairs(chain.expiryDay(from), chain.years(from));
      int i = from;
      for (; i < chain.size() && chain.expiryDay(i) == chain.expiryDay(from); i++) {
        boolean isPair =
            i > from
                && chain.type(i) == OptionType.PUT
                && chain.type(i - 1) == OptionType.CALL
                && chain.strike(i) == chain.strike(i - 1);
        if (isPair) {
          pairs.add(chain, i - 1, i);
        }
      }
      if (pairs.select() >= LEAST_PAIRS && pairs.years() > 0) {
        all.add(pairs);
      }
      from = i;
    }
    return all;
  }
}
