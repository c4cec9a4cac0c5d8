package io.tradinggym.experiments.evaluation;

import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.TradeReason;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.market.instrument.OptionContract;
import io.tradinggym.trading.trace.Fills;
import io.tradinggym.trading.trace.TradeTrace;
import java.util.ArrayList;
import java.util.List;

/**
 * One fill, as the account booked it. Amounts are in units of 1e-8 of the instrument's currency.
 *
 * @param time when it was filled, epoch milliseconds; on bars the close of the bar
 * @param asset number of the instrument in the environment, from 0
 * @param ticker its symbol
 * @param quantity shares, coins or contracts, positive bought, negative sold
 * @param price of one of them
 * @param commission commissions and fees, negative for a rebate
 * @param slippage spread, slippage and impact, in the price and beyond it
 * @param realised profit of what was closed, before commission
 * @param order id of the order; 0 for what was missing to a target, negative for a close-out
 * @param reason why
 * @param cash what it moved cash by
 */
public record Trade(
    long time,
    int asset,
    String ticker,
    double quantity,
    long price,
    long commission,
    long slippage,
    long realised,
    long order,
    TradeReason reason,
    long cash) {

  /** All fills of an episode, in their order; instruments of several accounts are numbered on. */
  static List<Trade> of(List<TradeTrace> traces) {
    List<Trade> trades = new ArrayList<>();
    int before = 0;
    for (TradeTrace trace : traces) {
      Account account = trace.account();
      Fills fills = trace.fills();
      for (int row = 0; row < fills.size(); row++) {
        int asset = fills.asset(row);
        Instrument instrument = fills.instrument(row);
        trades.add(
            new Trade(
                fills.time(row),
                before + asset,
                instrument.symbol(),
                (double) fills.lots(row) / lotsPerUnit(instrument),
                Math.multiplyExact(fills.ticks(row), instrument.tickSize()),
                fills.commission(row),
                fills.slippage(row),
                fills.realised(row),
                fills.order(row),
                fills.reason(row),
                fills.cash(row)));
      }
      before += account.assets();
    }
    return trades;
  }

  /** Lots in one share or coin; a lot of options is a contract. */
  private static long lotsPerUnit(Instrument instrument) {
    return instrument instanceof OptionContract
        ? 1
        : Math.max(1, instrument.tickSize() / instrument.tickLotValue());
  }
}
