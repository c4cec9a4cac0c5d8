package io.tradinggym.explain.postmortem;

import io.tradinggym.market.Money;
import java.util.List;

/**
 * Implementation shortfall: what an order was worth on paper, filled whole and free at the price when it was decided,
 * less what it was worth in fact. In {@link Money} units of 1e-8, so that
 *
 * <pre>
 * paper - real = delay + trading + missed + fees
 * </pre>
 *
 * <p>exactly. Delay is the drift from the decision to the order's arrival, on what was filled; trading the distance
 * from there to the fills; missed the drift on what was never filled.
 *
 * @param paper worth on paper
 * @param real worth in fact
 * @param delay cost of waiting; negative if the price came nearer
 * @param trading cost of spread, impact and timing; negative if the fills were better than on arrival
 * @param missed profit that was passed up on what was not filled; negative if a loss was avoided
 * @param fees commissions and fees
 * @param notional decided on, at the decision's price
 * @see <a href="https://jpm.pm-research.com/content/14/3/4">Perold (1988), The implementation shortfall</a>
 */
public record Shortfall(
    long paper, long real, long delay, long trading, long missed, long fees, long notional) {

  /**
   * A part that was filled.
   *
   * @param quantity whole units, with the order's sign
   * @param price of one, Money units
   */
  public record Part(long quantity, long price) {}

  /**
   * Takes an order apart. Quantities are whole units, or lots with prices for a lot.
   *
   * @param quantity decided on; negative for a sale
   * @param decided price at the decision, Money units
   * @param arrived price when the order arrived, Money units
   * @param now price that it is judged at, Money units
   * @param parts that were filled, none of the other sign and together no more than the quantity
   * @param fees paid, Money units
   * @return the parts, which add up
   */
  public static Shortfall of(
      long quantity, long decided, long arrived, long now, List<Part> parts, long fees) {
    long filled = 0;
    long trading = 0;
    long real = -fees;
    for (Part part : parts) {
      if (Long.signum(part.quantity()) * Long.signum(quantity) < 0) {
        throw new IllegalArgumentException(
            "an order of " + quantity + " cannot be filled by " + part.quantity());
      }
      filled = Math.addExact(filled, part.quantity());
      trading = add(trading, part.quantity(), part.price() - arrived);
      real = add(real, part.quantity(), now - part.price());
    }
    if (Math.abs(filled) > Math.abs(quantity)) {
      throw new IllegalArgumentException(filled + " were filled of an order of " + quantity);
    }
    return new Shortfall(
        Math.multiplyExact(quantity, now - decided),
        real,
        Math.multiplyExact(filled, arrived - decided),
        trading,
        Math.multiplyExact(quantity - filled, now - decided),
        fees,
        Math.abs(Math.multiplyExact(quantity, decided)));
  }

  private static long add(long sum, long quantity, long price) {
    return Math.addExact(sum, Math.multiplyExact(quantity, price));
  }

  /** {@return what the order cost in all, Money units} */
  public long total() {
    return delay + trading + missed + fees;
  }

  /** {@return the cost in basis points of what was decided on} */
  public double basisPoints() {
    return notional == 0 ? 0 : 1e4 * total() / notional;
  }
}
