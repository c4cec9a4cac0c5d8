package io.tradinggym.market.cost;

/**
 * How much worse than the reference price a taking order fills: spread, slippage, impact. Implementations are immutable
 * and allocate nothing; the exchange adds up and rounds to whole ticks once, against the trader.
 */
@FunctionalInterface
public interface Slippage {
  /** None: fills at the reference price. */
  Slippage NONE = (price, lots, market) -> 0;

  /**
   * Ticks that the price is worse by, >= 0, not rounded.
   *
   * @param price reference price, ticks
   * @param lots size of the fill, > 0
   * @param market what the asset's market is like; valid during the call only
   */
  double ticks(long price, long lots, Conditions market);

  /** This and another. */
  default Slippage plus(Slippage other) {
    return (price, lots, market) -> ticks(price, lots, market) + other.ticks(price, lots, market);
  }

  /** Half of a spread of so many basis points of the price. */
  static Slippage spread(double basisPoints) {
    return fixed(basisPoints / 2);
  }

  /** Half of a spread of so many ticks. */
  static Slippage spreadTicks(double spread) {
    checked("spread", spread);
    return (price, lots, market) -> spread / 2;
  }

  /** So many basis points of the price. */
  static Slippage fixed(double basisPoints) {
    double share = checked("basisPoints", basisPoints) / 10_000;
    return (price, lots, market) -> price * share;
  }

  /** A multiple of the bar's volatility. */
  static Slippage volatility(double multiple) {
    checked("multiple", multiple);
    return (price, lots, market) -> price * multiple * market.volatility();
  }

  /**
   * Quadratic in the share of the bar's volume: {@code price x impact x min(lots / volume, limit)^2} (zipline's model;
   * its defaults are impact 0.1, limit 0.025).
   */
  static Slippage volumeShare(double impact, double limit) {
    checked("impact", impact);
    checked("limit", limit);
    return (price, lots, market) -> {
      long volume = market.volume();
      double share = volume == 0 ? limit : Math.min((double) lots / volume, limit);
      return price * impact * share * share;
    };
  }

  /** The square-root law: {@code price x Y x volatility x sqrt(lots / volume)}; Y is 0.5 to 1. */
  static Slippage squareRoot(double y) {
    checked("y", y);
    return (price, lots, market) -> {
      long volume = market.volume();
      return volume == 0 ? 0 : price * y * market.volatility() * Math.sqrt((double) lots / volume);
    };
  }

  /** What a trade meets. */
  interface Conditions {
    /** Traded by everybody in the bar, lots; 0 when unknown. */
    long volume();

    /** Standard deviation of the asset's returns over a bar, known before the bar; computed when asked. */
    double volatility();
  }

  private static double checked(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be finite and >= 0, was " + value);
    }
    return value;
  }
}
