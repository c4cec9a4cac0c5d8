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
  /** {@return the number of contracts; their indices are 0 to size - 1} */
  int size();

  /**
   * {@return whether a contract is a call or a put}
   *
   * @param contract index of the contract, from 0
   */
  OptionType type(int contract);

  /**
   * {@return the strike, > 0}
   *
   * @param contract index of the contract, from 0
   */
  double strike(int contract);

  /**
   * {@return the day of expiry, as {@link java.time.LocalDate#toEpochDay()}}
   *
   * @param contract index of the contract, from 0
   */
  int expiryDay(int contract);

  /**
   * {@return the time to expiry in years, ACT/365, to the close of its day; &gt;= 0}
   *
   * @param contract index of the contract, from 0
   */
  double years(int contract);

  /**
   * {@return the highest bid; 0 if there is none, NaN if it is not known}
   *
   * @param contract index of the contract, from 0
   */
  double bid(int contract);

  /**
   * {@return the lowest offer; NaN if it is not known}
   *
   * @param contract index of the contract, from 0
   */
  double ask(int contract);

  /**
   * {@return the number of contracts traded today; NaN if it is not known}
   *
   * @param contract index of the contract, from 0
   */
  double volume(int contract);

  /**
   * {@return the open interest, contracts; NaN if it is not known}
   *
   * @param contract index of the contract, from 0
   */
  double openInterest(int contract);

  /**
   * {@return the volatility as the source gives it, a year, as a fraction; NaN if it does not}
   *
   * @param contract index of the contract, from 0
   */
  double impliedVolatility(int contract);

  /** {@return the units of the underlying that a contract stands for} */
  default int contractSize() {
    return 100;
  }

  /**
   * {@return the mean of bid and offer; without quotes the last price, where one is known}
   *
   * @param contract index of the contract, from 0
   */
  default double mid(int contract) {
    return 0.5 * (bid(contract) + ask(contract));
  }
}
