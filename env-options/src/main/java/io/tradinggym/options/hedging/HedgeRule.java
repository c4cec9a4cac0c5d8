package io.tradinggym.options.hedging;

import io.tradinggym.options.pricing.Normal;

/** How many shares to hold, given the book; without learning. */
@FunctionalInterface
public interface HedgeRule {
  /** Nothing, ever. */
  HedgeRule NONE = (book) -> 0;

  /** Black-Scholes delta: right without costs and in continuous time. */
  HedgeRule DELTA = ShortCall::delta;

  /**
   * What leaves the least variance where volatility moves with the spot; delta where it does not, or nobody knows how.
   *
   * @see <a href="https://doi.org/10.1016/j.jbankfin.2017.05.006">Hull and White (2017), Optimal delta hedging for
   *     options</a>
   */
  HedgeRule LEAST_VARIANCE = book -> book.market().leastVarianceDelta();

  /**
   * Stay inside the band of Whalley and Wilmott around delta, trading to its nearer edge.
   *
   * @see <a href="https://doi.org/10.1111/1467-9965.00034">Whalley and Wilmott (1997)</a>
   */
  HedgeRule BAND = book -> band(book, book.delta());

  /** The same band around {@link #LEAST_VARIANCE}: what the middle action of {@link HedgeAction#BAND} does. */
  HedgeRule LEAST_VARIANCE_BAND = book -> band(book, book.market().leastVarianceDelta());

  /**
   * A band around {@link #LEAST_VARIANCE} that does not vanish where gamma does: what the middle action of {@link
   * HedgeAction#STEADY_BAND} does.
   */
  HedgeRule STEADY_BAND =
      book -> band(book, book.market().leastVarianceDelta(), book.steadyHalfWidth());

  private static double band(ShortCall book, double middle) {
    return band(book, middle, book.bandHalfWidth());
  }

  private static double band(ShortCall book, double middle, double half) {
    return Math.clamp(book.shares(), middle - half, middle + half);
  }

  /**
   * {@return the shares to hold per option sold}
   *
   * @param book the call that was sold, its market, and the shares held
   */
  double shares(ShortCall book);

  /**
   * {@return a rule that holds the delta at Leland's volatility s sqrt(1 + sqrt(2/pi) 2c / (s sqrt(dt))), which pays
   * for the trades by a wider price}
   *
   * @param task tells what a trade costs
   * @see <a href="https://doi.org/10.1111/j.1540-6261.1985.tb02383.x">Leland (1985)</a>
   */
  static HedgeRule leland(HedgingTask task) {
    double cost = Math.sqrt(2 / Math.PI) * 2 * task.cost();
    return book -> {
      CallMarket market = book.market();
      double step = Math.sqrt(market.stepYears());
      double volatility = market.volatility() * Math.sqrt(1 + cost / (market.volatility() * step));
      double deviation = volatility * Math.sqrt(market.yearsLeft());
      return Normal.cdf(market.logMoneyness() / deviation + 0.5 * deviation);
    };
  }
}
