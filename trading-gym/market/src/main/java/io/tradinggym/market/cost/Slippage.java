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
   * {@return the ticks that the price is worse by, >= 0, not rounded}
   *
   * @param price reference price, ticks
   * @param lots size of the fill, > 0
   * @param market what the asset's market is like; valid during the call only
   */
  double ticks(long price, long lots, Conditions market);

  /**
   * {@return this and another, added up}
   *
   * @param other what is paid besides
   */
  default Slippage plus(Slippage other) {
    return new SlippageSum(this, other);
  }

  /**
   * {@return what is left of it where bid and ask are known and the right side is paid: all but the parts that stand
   * for a spread}
   */
  default Slippage beyondSpread() {
    return this;
  }

  /**
   * {@return half of a spread of so many basis points of the price: what one trade pays of it}
   *
   * @param basisPoints the whole spread, 1e-4 of the price, &gt;= 0
   */
  static Slippage spread(double basisPoints) {
    return new HalfSpread(0, checked("basisPoints", basisPoints) / 2 / 10_000);
  }

  /**
   * {@return half of a spread of so many ticks}
   *
   * @param spread the whole one, in ticks, &gt;= 0
   */
  static Slippage spreadTicks(double spread) {
    checked("spread", spread);
    return new HalfSpread(spread / 2, 0);
  }

  /**
   * {@return so many basis points of the price, whatever the size}
   *
   * @param basisPoints 1e-4 of the price, &gt;= 0
   */
  static Slippage fixed(double basisPoints) {
    double share = checked("basisPoints", basisPoints) / 10_000;
    return (price, lots, market) -> price * share;
  }

  /**
   * {@return so many standard deviations of a bar's return, as a part of the price}
   *
   * @param multiple of the standard deviation of a bar's return, &gt;= 0
   */
  static Slippage volatility(double multiple) {
    checked("multiple", multiple);
    return (price, lots, market) -> price * multiple * market.volatility();
  }

  /**
   * {@return an impact quadratic in the share of the bar's volume: {@code price x impact x min(lots / volume, limit)^2}
   * (zipline's model; its defaults are impact 0.1, limit 0.025)}
   *
   * @param impact part of the price that an order of the whole volume would pay without the limit, &gt;= 0
   * @param limit largest share of the volume that counts, as a fraction, &gt;= 0; it counts where volume is unknown
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

  /**
   * {@return the square-root law: {@code price x Y x volatility x sqrt(lots / volume)}, 0 where volume is unknown; Y is
   * 0.5 to 1 in most studies}
   *
   * @param y the coefficient, &gt;= 0
   */
  static Slippage squareRoot(double y) {
    checked("y", y);
    return (price, lots, market) -> {
      long volume = market.volume();
      return volume == 0 ? 0 : price * y * market.volatility() * Math.sqrt((double) lots / volume);
    };
  }

  /** What a trade meets. */
  interface Conditions {
    /** {@return the lots traded by everybody in the bar; 0 when unknown} */
    long volume();

    /** {@return the standard deviation of the asset's returns over a bar, as a fraction; known before the bar} */
    double volatility();
  }

  private static double checked(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be finite and >= 0, was " + value);
    }
    return value;
  }
}
