package io.tradinggym.market.exchange;

/**
 * What an order asks for beside size and price. Reused, it is submitted without allocation.
 *
 * @param trigger which price stops look at
 * @param postOnly a limit order that is refused, or ends on its first bar, rather than take ({@link
 *     OrderResult#WOULD_CROSS}, {@link OrderEnd#WOULD_CROSS}); once it rests, an open beyond it fills it at its limit
 *     as maker
 * @param reduceOnly cut down to what closes the position when its price comes; never opens or turns one
 * @param until under {@link TimeInForce#GTD} the time, epoch milliseconds, by which the bars it works on have closed;
 *     else 0
 * @param callback of a {@link OrderType#TRAILING_STOP} the distance to the best price, basis points, 10 to 1,000; else
 *     0
 * @param parent id of an order that has to be filled before this one works, and without which it ends; 0 is none
 */
public record Conditions(
    Trigger trigger, boolean postOnly, boolean reduceOnly, long until, int callback, long parent) {
  /** None. */
  public static final Conditions NONE = new Conditions(Trigger.LAST, false, false, 0, 0, 0);

  /** Checks the numbers. */
  public Conditions {
    if (callback != 0 && (callback < 10 || callback > 1000)) {
      throw new IllegalArgumentException(
          "callback must be 10 to 1000 basis points, or 0, was " + callback);
    }
    if (until < 0 || parent < 0) {
      throw new IllegalArgumentException(
          "until and parent must be >= 0, were " + until + ", " + parent);
    }
  }
}
