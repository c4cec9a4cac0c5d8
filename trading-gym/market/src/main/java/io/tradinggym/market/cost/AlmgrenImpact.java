package io.tradinggym.market.cost;

/**
 * Impact of an order that is worked evenly over part of a day, fitted to 29,509 orders of a US broker:
 *
 * <pre>
 * permanent  I = gamma sigma (X / V) (Theta / V)^(1/4)        gamma = 0.314
 * paid       J = I / 2 + eta sigma (X / (V T))^(3/5)          eta   = 0.142
 * </pre>
 *
 * <p>X is the order, V the day's volume, sigma the day's volatility, both of the bar that it fills on: for daily bars.
 * Without volume it charges nothing. As slippage it costs J; the permanent part does not move later bars.
 *
 * @param outstanding Theta, lots in existence, > 0
 * @param duration T, part of the day that an order is worked over, in (0, 1]
 * @see <a href="https://www.cis.upenn.edu/~mkearns/finread/costestim.pdf">Almgren, Thum, Hauptmann, Li (2005), Direct
 *     estimation of equity market impact</a>
 */
public record AlmgrenImpact(double outstanding, double duration) implements Slippage {
  private static final double GAMMA = 0.314;
  private static final double ETA = 0.142;

  /** Checks the numbers. */
  public AlmgrenImpact {
    if (!(outstanding > 0) || !(duration > 0 && duration <= 1)) {
      throw new IllegalArgumentException(
          "outstanding must be > 0 and duration in (0, 1], were " + outstanding + ", " + duration);
    }
  }

  /**
   * {@return the permanent move of the price, as a part of it}
   *
   * @param lots size of the order, &gt;= 0
   * @param volume of the day, lots, &gt; 0
   * @param volatility standard deviation of a day's return, as a fraction
   */
  public double permanent(double lots, double volume, double volatility) {
    return GAMMA * volatility * (lots / volume) * Math.sqrt(Math.sqrt(outstanding / volume));
  }

  /**
   * {@return what the order pays on average beyond the price before it, as a part of that price}
   *
   * @param lots size of the order, &gt;= 0
   * @param volume of the day, lots, &gt; 0
   * @param volatility standard deviation of a day's return, as a fraction
   */
  public double paid(double lots, double volume, double volatility) {
    double temporary = ETA * volatility * StrictMath.pow(lots / (volume * duration), 0.6);
    return permanent(lots, volume, volatility) / 2 + temporary;
  }

  @Override
  public double ticks(long price, long lots, Conditions market) {
    double volume = market.volume();
    return volume == 0 ? 0 : price * paid((double) lots, volume, market.volatility());
  }
}
