package io.tradinggym.options.lifecycle;

import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.instrument.OptionContract.Right;
import io.tradinggym.options.pricing.LeisenReimerTree;
import io.tradinggym.options.pricing.OptionType;

/**
 * Exercises when the intrinsic value this evening is at least what the option is worth tomorrow, after the dividend:
 *
 * <pre>
 * max(cp (S - K), 0) >= American price at spot S - D
 * </pre>
 *
 * <p>So a call is exercised only the evening before an ex-date, when the dividend exceeds what is left of its time
 * value, and a put only when interest on the strike does, never the evening before an ex-date. Dividends after
 * tomorrow's are left out of the price.
 *
 * <p>Holds a tree's scratch memory: for one thread, without allocation.
 */
public final class OptimalExercise implements EarlyExercise {
  private static final int STEPS = 101;

  private final double rate;
  private final double volatility;
  private final LeisenReimerTree tree = new LeisenReimerTree(STEPS);

  /**
   * Holders who agree on interest and volatility.
   *
   * @param rate interest a year, continuously compounded, >= 0 and finite
   * @param volatility a year, as a fraction, > 0 and finite
   */
  public OptimalExercise(double rate, double volatility) {
    if (!(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("rate must be >= 0, was " + rate);
    }
    if (!(volatility > 0 && volatility < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("volatility must be > 0, was " + volatility);
    }
    this.rate = rate;
    this.volatility = volatility;
  }

  @Override
  public boolean worthwhile(Account account, int option, double dividend, double years) {
    int underlying = account.underlying(option);
    OptionType type =
        account.options().right(option) == Right.CALL ? OptionType.CALL : OptionType.PUT;
    double strike =
        (double) account.options().strike(option) * account.tickSize(underlying) / Money.UNITS;
    double spot = (double) account.mark(underlying) * account.tickSize(underlying) / Money.UNITS;
    double payoff = type.payoff(spot, strike);
    // Waiting costs the holder of a call nothing but the dividend, and the holder of a put nothing
    // but interest.
    boolean waitingCosts = type == OptionType.CALL ? dividend > 0 : rate > 0;
    if (payoff == 0 || !waitingCosts) {
      return false;
    }
    if (!(dividend < spot)) {
      throw new IllegalArgumentException(
          "dividend must be less than the spot " + spot + ", was " + dividend);
    }
    return payoff >= tree.american(type, spot - dividend, strike, years, rate, 0, volatility);
  }
}
