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

  /** The refusal, or {@link Refusal#NONE}. */
  Refusal check(Proposal order);

  /** An order is worth at most this part of equity. */
  static RiskLimit orderSize(double part) {
    positive("part", part);
    return order ->
        refuse(!order.reduces() && order.orderValue() > part * order.equity(), Refusal.ORDER_SIZE);
  }

  /** A position, working orders included, is worth at most this part of equity. */
  static RiskLimit position(double part) {
    positive("part", part);
    return order ->
        refuse(!order.reduces() && order.positionValue() > part * order.equity(), Refusal.POSITION);
  }

  /** Gross exposure is at most this multiple of equity. */
  static RiskLimit grossLeverage(double multiple) {
    positive("multiple", multiple);
    return order ->
        refuse(!order.reduces() && order.grossValue() > multiple * order.equity(), Refusal.GROSS);
  }

  /** Net exposure, long or short, is at most this multiple of equity. */
  static RiskLimit netLeverage(double multiple) {
    positive("multiple", multiple);
    return order ->
        refuse(
            !order.reduces() && Math.abs(order.netValue()) > multiple * order.equity(),
            Refusal.NET);
  }

  /** A limit or stop is within this part of the mark. Holds for orders that reduce, too: their price may be a slip. */
  static RiskLimit priceBand(double part) {
    positive("part", part);
    return order -> refuse(order.priceDistance() > part, Refusal.PRICE_BAND);
  }

  /** At most so many orders between two bars. */
  static RiskLimit ordersPerBar(int most) {
    positive("most", most);
    return order -> refuse(!order.reduces() && order.orders() >= most, Refusal.ORDER_RATE);
  }

  /** Once this part of the day's first equity is lost, positions may only be reduced to the end of the day. */
  static RiskLimit dailyLoss(double part) {
    positive("part", part);
    return order -> refuse(!order.reduces() && order.dailyLoss() >= part, Refusal.DAILY_LOSS);
  }

  /** Once this part of the highest equity is lost, positions may only be reduced until {@link RiskGate#rearm}. */
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
