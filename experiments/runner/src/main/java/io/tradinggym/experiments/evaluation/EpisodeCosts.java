package io.tradinggym.experiments.evaluation;

import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.trading.trace.CashFlows;
import io.tradinggym.trading.trace.Fills;
import io.tradinggym.trading.trace.FlowKind;
import io.tradinggym.trading.trace.TradeTrace;
import java.util.List;

/**
 * What trading and holding cost over an episode, all of it: units of the account's currency, negative when received.
 *
 * @param commission commissions and regulatory fees
 * @param slippage spread, slippage and impact, whether in prices or beyond them
 * @param liquidation fees of liquidations
 * @param interest on cash
 * @param borrow fees for what was sold short
 * @param funding of perpetuals
 * @param dividends paid on short positions less those received
 */
public record EpisodeCosts(
    double commission,
    double slippage,
    double liquidation,
    double interest,
    double borrow,
    double funding,
    double dividends) {

  /** The costs that traces tell of; other currencies at the rates of the episode's end. */
  static EpisodeCosts of(List<TradeTrace> traces) {
    long commission = 0;
    long slippage = 0;
    long[] flows = new long[FlowKind.values().length];
    for (TradeTrace trace : traces) {
      Account account = trace.account();
      Fills fills = trace.fills();
      for (int row = 0; row < fills.size(); row++) {
        int currency = account.currency(fills.asset(row));
        commission += account.toBase(currency, fills.commission(row));
        slippage += account.toBase(currency, fills.slippage(row));
      }
      add(account, trace.flows(), flows);
    }
    return new EpisodeCosts(
        Money.toDouble(commission),
        Money.toDouble(slippage),
        paid(flows, FlowKind.LIQUIDATION_FEE),
        paid(flows, FlowKind.INTEREST),
        paid(flows, FlowKind.BORROW),
        paid(flows, FlowKind.FUNDING),
        paid(flows, FlowKind.DIVIDEND));
  }

  @SuppressWarnings("EnumOrdinal") // sums of this call, never stored
  private static void add(Account account, CashFlows flows, long[] sums) {
    for (int row = 0; row < flows.size(); row++) {
      sums[flows.kind(row).ordinal()] += account.toBase(flows.currency(row), flows.amount(row));
    }
  }

  @SuppressWarnings("EnumOrdinal")
  private static double paid(long[] sums, FlowKind kind) {
    return Money.toDouble(-sums[kind.ordinal()]);
  }

  /** All together. */
  public double total() {
    return commission + slippage + liquidation + interest + borrow + funding + dividends;
  }
}
