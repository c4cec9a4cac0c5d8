package io.tradinggym.options.trading;

import io.tradinggym.api.Option;
import io.tradinggym.api.Options;
import java.util.List;

/** The options of the account that options are traded in. */
public final class AccountOptions {
  private static final AccountTerms USUAL = AccountTerms.DEFAULT;

  /** Starting cash. */
  public static final Option<Double> CASH =
      Option.number("cash", USUAL.cash(), "starting cash, > 0 and at most 1e9");

  /** Fills. */
  public static final Option<FillRule> FILLS =
      Option.choice("fills", USUAL.fills(), "where between bid and offer orders are filled");

  /** Commission. */
  public static final Option<Double> COMMISSION =
      Option.number(
          "commission",
          USUAL.commission(),
          "commission a contract, [0, 100]; an order pays at least 1 unless it is 0");

  /** Cost of shares. */
  public static final Option<Double> STOCK_COST =
      Option.number(
          "stockCost", USUAL.stockCost(), "cost of trading shares as a fraction, [0, 0.1)");

  /** Assignment against reason. */
  public static final Option<Double> STRAY =
      Option.number(
          "stray",
          USUAL.stray(),
          "chance a day that a contract sold is assigned in the money without reason, [0, 1]");

  /** Length. */
  public static final Option<Integer> EPISODE =
      Option.integer("episode", USUAL.episode(), "sessions of an episode, 1 .. 504");

  static final List<Option<?>> ALL = List.of(CASH, FILLS, COMMISSION, STOCK_COST, STRAY, EPISODE);

  private AccountOptions() {}

  static AccountTerms terms(Options options) {
    return new AccountTerms(
        options.get(CASH),
        options.get(FILLS),
        options.get(COMMISSION),
        options.get(STOCK_COST),
        options.get(STRAY),
        options.get(EPISODE));
  }
}
