package io.tradinggym.options.hedging;

/** How many shares to hold, given the book; without learning. */
@FunctionalInterface
public interface HedgeRule {
  /** Nothing, ever. */
  HedgeRule NONE = (book) -> 0;

  /** Black-Scholes delta: right without costs and in continuous time. */
  HedgeRule DELTA = ShortCall::delta;

  /**
   * Stay inside the band of Whalley and Wilmott around delta, trading to its nearer edge.
   *
   * @see <a href="https://doi.org/10.1111/1467-9965.00034">Whalley and Wilmott (1997)</a>
   */
  HedgeRule BAND =
      book ->
          Math.clamp(
              book.shares(),
              book.delta() - book.bandHalfWidth(),
              book.delta() + book.bandHalfWidth());

  /** Shares per option. */
  double shares(ShortCall book);

  /**
   * Delta at Leland's volatility s sqrt(1 + sqrt(2/pi) 2c / (s sqrt(dt))), which pays for the trades by a wider price.
   *
   * @see <a href="https://doi.org/10.1111/j.1540-6261.1985.tb02383.x">Leland (1985)</a>
   */
  static HedgeRule leland(HedgingTask task) {
    double step = Math.sqrt(task.years() / task.rebalances());
    double volatility =
        task.volatility()
            * Math.sqrt(1 + Math.sqrt(2 / Math.PI) * 2 * task.cost() / (task.volatility() * step));
    return book -> {
      double deviation = volatility * Math.sqrt(book.yearsLeft());
      return io.tradinggym.options.pricing.Normal.cdf(
          book.logMoneyness() / deviation + 0.5 * deviation);
    };
  }
}
