package io.tradinggym.options.trading;

import io.tradinggym.api.util.Require;
import io.tradinggym.market.Money;

/**
 * The account that options are traded in, and what trading costs.
 *
 * @param cash at the start, currency, in (0, 1e9]
 * @param fills where between bid and offer orders are filled
 * @param commission a contract, currency, in [0, 100]; an order pays at least 1 unless it is 0
 * @param stockCost of a trade in shares as a fraction of its value, in [0, 0.1)
 * @param stray chance a day that a contract sold is assigned though exercise is not worthwhile, in the money, in [0, 1]
 * @param episode sessions of an episode, in 1 .. 504
 */
public record AccountTerms(
    double cash, FillRule fills, double commission, double stockCost, double stray, int episode) {
  /** Half a year with 200,000. */
  public static final AccountTerms DEFAULT =
      new AccountTerms(200_000, FillRule.QUOTES, 0.65, 0.0001, 0, 126);

  /** Checks the values. */
  public AccountTerms {
    Require.that("cash", cash > 0 && cash <= 1e9, cash, "in (0, 1e9]");
    Require.that("commission", commission >= 0 && commission <= 100, commission, "in [0, 100]");
    Require.that("stockCost", stockCost >= 0 && stockCost < 0.1, stockCost, "in [0, 0.1)");
    Require.that("stray", stray >= 0 && stray <= 1, stray, "in [0, 1]");
    Require.that("episode", episode >= 1 && episode <= 504, episode, "in 1 .. 504");
  }

  /** {@return the starting cash in whole cents, as money units} */
  public long capital() {
    return Math.round(Money.UNITS / ListedContracts.CENT * cash) * ListedContracts.CENT;
  }

  /**
   * {@return the same terms with other cash}
   *
   * @param money starting cash, currency, in (0, 1e9]
   */
  public AccountTerms withCash(double money) {
    return new AccountTerms(money, fills, commission, stockCost, stray, episode);
  }

  /**
   * {@return the same terms with another chance of assignment without reason}
   *
   * @param chance a day, in [0, 1]
   */
  public AccountTerms withStray(double chance) {
    return new AccountTerms(cash, fills, commission, stockCost, chance, episode);
  }

  /**
   * {@return the same terms with another length of episodes}
   *
   * @param sessions of an episode, in 1 .. 504
   */
  public AccountTerms withEpisode(int sessions) {
    return new AccountTerms(cash, fills, commission, stockCost, stray, sessions);
  }
}
