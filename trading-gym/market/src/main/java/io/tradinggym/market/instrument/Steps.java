package io.tradinggym.market.instrument;

/** Checks that all instruments share. */
final class Steps {
  private Steps() {}

  static void check(String symbol, long tickSize, long lotsPerUnit) {
    if (symbol.isBlank()) {
      throw new IllegalArgumentException("symbol must not be blank");
    }
    if (tickSize <= 0) {
      throw new IllegalArgumentException(
          symbol + ": tickSize must be > 0 money units, was " + tickSize);
    }
    if (lotsPerUnit <= 0 || tickSize % lotsPerUnit != 0) {
      throw new IllegalArgumentException(
          symbol
              + ": lots per unit must be > 0 and divide the tick size of "
              + tickSize
              + " money units, was "
              + lotsPerUnit);
    }
  }
}
