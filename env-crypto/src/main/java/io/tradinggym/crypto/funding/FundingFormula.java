package io.tradinggym.crypto.funding;

/** What rate a premium is charged at. Implementations are immutable and allocate nothing. */
public sealed interface FundingFormula permits ClampedPremium, DeadBand {
  /** Units in a rate of 1. */
  long UNITS = 100_000_000;

  /**
   * {@return the rate of one settlement, a fraction; longs pay it when it is positive}
   *
   * @param premium mark over index less 1, averaged as the venue does
   */
  double rate(double premium);

  /**
   * {@return a rate in whole 1e-8, to the nearest: what is settled}
   *
   * @param rate a fraction: 0.0001 is 10,000
   */
  static long units(double rate) {
    return Math.round(rate * UNITS);
  }
}
