package io.tradinggym.crypto.funding;

/** What rate a premium is charged at. Implementations are immutable and allocate nothing. */
public sealed interface FundingFormula permits ClampedPremium, DeadBand {
  /** Units in a rate of 1. */
  long UNITS = 100_000_000;

  /** The rate of one settlement, a fraction: longs pay it when it is positive. */
  double rate(double premium);

  /** A rate in whole 1e-8, to the nearest: what is settled. */
  static long units(double rate) {
    return Math.round(rate * UNITS);
  }
}
