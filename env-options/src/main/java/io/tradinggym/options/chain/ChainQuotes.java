package io.tradinggym.options.chain;

import io.tradinggym.options.pricing.OptionType;

/**
 * The screen of an option chain: what is bid and offered for each listed contract at one moment. {@link RecordedChain}
 * is one read from a file, {@link SimulatedChain} one that moves. Prices per unit of the underlying; NaN is "not
 * known", a bid of 0 is "nobody bids".
 *
 * <p>Contracts ascend by expiry, then strike; the call stands before the put.
 */
public interface ChainQuotes {
  /** {@return how many contracts there are; their indices are 0 to size - 1} */
  int size();

  /**
   * {@return the call or put}
   *
   * @param contract the option contract
   */
  OptionType type(int contract);

  /**
   * {@return the strike, &gt; 0}
   *
   * @param contract the option contract
   */
  double strike(int contract);

  /**
   * {@return the day of expiry, as {@link java.time.LocalDate#toEpochDay()}}
   *
   * @param contract the option contract
   */
  int expiryDay(int contract);

  /**
   * {@return the time to expiry in years, ACT/365, to the close of its day; &gt;= 0}
   *
   * @param contract the option contract
   */
  double years(int contract);

  /**
   * {@return the highest bid; 0 if there is none}
   *
   * @param contract the option contract
   */
  double bid(int contract);

  /**
   * {@return the lowest offer}
   *
   * @param contract the option contract
   */
  double ask(int contract);

  /**
   * {@return the contracts traded today}
   *
   * @param contract the option contract
   */
  double volume(int contract);

  /**
   * {@return the contracts open}
   *
   * @param contract the option contract
   */
  double openInterest(int contract);

  /**
   * {@return the volatility as the source gives it, NaN if it does not}
   *
   * @param contract the option contract
   */
  double impliedVolatility(int contract);

  /** {@return the units of the underlying that a contract stands for} */
  default int contractSize() {
    return 100;
  }

  /**
   * {@return the mean of bid and offer; with no quotes the last price}
   *
   * @param contract the option contract
   */
  default double mid(int contract) {
    return 0.5 * (bid(contract) + ask(contract));
  }
}
