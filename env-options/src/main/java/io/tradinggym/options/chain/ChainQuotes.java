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
  /** How many contracts there are; their indices are 0 to size - 1. */
  int size();

  /** Call or put. */
  OptionType type(int contract);

  /** Strike, &gt; 0. */
  double strike(int contract);

  /** Day of expiry, as {@link java.time.LocalDate#toEpochDay()}. */
  int expiryDay(int contract);

  /** Time to expiry in years, ACT/365, to the close of its day; &gt;= 0. */
  double years(int contract);

  /** Highest bid; 0 if there is none. */
  double bid(int contract);

  /** Lowest offer. */
  double ask(int contract);

  /** Contracts traded today. */
  double volume(int contract);

  /** Contracts open. */
  double openInterest(int contract);

  /** Volatility as the source gives it, NaN if it does not. */
  double impliedVolatility(int contract);

  /** Units of the underlying that a contract stands for. */
  default int contractSize() {
    return 100;
  }

  /** Mean of bid and offer; with no quotes the last price. */
  default double mid(int contract) {
    return 0.5 * (bid(contract) + ask(contract));
  }
}
