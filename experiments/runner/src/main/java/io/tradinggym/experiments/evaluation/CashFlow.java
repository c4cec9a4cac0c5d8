package io.tradinggym.experiments.evaluation;

import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.Entry;
import io.tradinggym.trading.trace.CashFlows;
import io.tradinggym.trading.trace.FlowKind;
import io.tradinggym.trading.trace.TradeTrace;
import java.util.ArrayList;
import java.util.List;

/**
 * Money that came or went otherwise than by a trade.
 *
 * @param time epoch milliseconds
 * @param kind what for
 * @param ticker whose position it belongs to; empty if to none
 * @param currency its code
 * @param balance which balance it moved: cash, a position's own margin, or what is booked and not yet paid
 * @param amount received, or, negative, paid; units of 1e-8 of the currency
 */
public record CashFlow(
    long time, FlowKind kind, String ticker, String currency, Entry balance, long amount) {

  /** All flows of an episode, in their order. */
  static List<CashFlow> of(List<TradeTrace> traces) {
    List<CashFlow> all = new ArrayList<>();
    for (TradeTrace trace : traces) {
      Account account = trace.account();
      CashFlows flows = trace.flows();
      for (int row = 0; row < flows.size(); row++) {
        int asset = flows.asset(row);
        all.add(
            new CashFlow(
                flows.time(row),
                flows.kind(row),
                asset < 0 || !account.listed(asset) ? "" : account.instrument(asset).symbol(),
                account.currencies().get(flows.currency(row)).code(),
                flows.balance(row),
                flows.amount(row)));
      }
    }
    return all;
  }
}
