package io.tradinggym.market.risk;

import java.util.List;

/** One rule that an order must keep. Stateless: what is to be remembered is remembered by the {@link RiskGate}. */
@FunctionalInterface
public interface RiskLimit {
  /**
   * For unattended trading of several assets: an order of at most 10 % of equity, a position of 25 %, gross and net of
   * 1, a price within 5 % of the mark, 100 orders a bar, a loss of 2 % a day and of 10 % from the peak.
   */
  List<RiskLimit> CONSERVATIVE =
      List.of(
          drawdown(0.10),
          dailyLoss(0.02),
          ordersPerBar(100),
          priceBand(0.05),
          orderSize(0.10),
          position(0.25),
          grossLeverage(1),
          netLeverage(1));

  /**
   * {@return the refusal, or {@link Refusal#NONE}}
   *
   * @param order valid during the call only
   */
  Refusal check(Proposal order);

  /**
   * {@return the rule that an order is worth at most this part of equity}
   *
   * @param part of equity, as a fraction, finite and &gt; 0
   */
  static RiskLimit orderSize(double part) {
    positive("part", part);
    return order ->
        refuse(!order.reduces() && order.orderValue() > part * order.equity(), Refusal.ORDER_SIZE);
  }

  /**
   * {@return the rule that a position, working orders included, is worth at most this part of equity}
   *
   * @param part of equity, as a fraction, finite and &gt; 0
   */
  static RiskLimit position(double part) {
    positive("part", part);
    return order ->
        refuse(!order.reduces() && order.positionValue() > part * order.equity(), Refusal.POSITION);
  }

  /**
   * {@return the rule that the gross exposure is at most this multiple of equity}
   *
   * @param multiple of equity, finite and &gt; 0
   */
  static RiskLimit grossLeverage(double multiple) {
    positive("multiple", multiple);
    return order ->
        refuse(!order.reduces() && order.grossValue() > multiple * order.equity(), Refusal.GROSS);
  }

  /**
   * {@return the rule that the net exposure, long or short, is at most this multiple of equity}
   *
   * @param multiple of equity, finite and &gt; 0
   */
  static RiskLimit netLeverage(double multiple) {
    positive("multiple", multiple);
    return order ->
        refuse(
            !order.reduces() && Math.abs(order.netValue()) > multiple * order.equity(),
            Refusal.NET);
  }

  /**
   * {@return the rule that a limit or stop is within this part of the mark} Holds for orders that reduce, too: their
   * price may be a slip.
   *
   * @param part of the mark, as a fraction, finite and &gt; 0
   */
  static RiskLimit priceBand(double part) {
    positive("part", part);
    return order -> refuse(order.priceDistance() > part, Refusal.PRICE_BAND);
  }

  /**
   * {@return the rule that at most so many orders pass between two bars, those that reduce a position aside}
   *
   * @param most orders, &gt; 0
   */
  static RiskLimit ordersPerBar(int most) {
    positive("most", most);
    return order -> refuse(!order.reduces() && order.orders() >= most, Refusal.ORDER_RATE);
  }

  /**
   * {@return the rule that once this part of the day's first equity is lost, positions may only be reduced to the end
   * of the day}
   *
   * @param part of the equity that the day (UTC) began with, as a fraction, finite and &gt; 0
   */
  static RiskLimit dailyLoss(double part) {
    positive("part", part);
    return order -> refuse(!order.reduces() && order.dailyLoss() >= part, Refusal.DAILY_LOSS);
  }

  /**
   * {@return the rule that once this part of the highest equity is lost, positions may only be reduced until {@link
   * RiskGate#rearm}}
   *
   * @param part of the highest equity, as a fraction, finite and &gt; 0
   */
  static RiskLimit drawdown(double part) {
    positive("part", part);
    return order -> refuse(!order.reduces() && order.drawdown() >= part, Refusal.DRAWDOWN);
  }

  private static Refusal refuse(boolean broken, Refusal refusal) {
    return broken ? refusal : Refusal.NONE;
  }

  private static void positive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be finite and > 0, was " + value);
    }
  }
}
