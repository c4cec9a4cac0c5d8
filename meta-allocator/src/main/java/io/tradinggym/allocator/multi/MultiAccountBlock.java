package io.tradinggym.allocator.multi;

import io.tradinggym.api.Frame;
import io.tradinggym.api.ObservationField;
import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.trading.ObservationBlock;
import io.tradinggym.trading.SessionDesk;
import io.tradinggym.trading.Shown;
import java.util.List;

/** Funding ahead, and the account as a whole. */
final class MultiAccountBlock implements ObservationBlock {
  private final SessionDesk<MultiTrader> lane;
  private final MultiTape tape;
  private final Account account;

  MultiAccountBlock(SessionDesk<MultiTrader> lane) {
    this.lane = lane;
    tape = lane.trader().book().tape();
    account = lane.account();
  }

  @Override
  public List<ObservationField> fields() {
    return List.of(
        Shown.signed("funding", "0.1 %", "rate of the next funding stamps"),
        Shown.signed("gross", "equity", "gross exposure"),
        Shown.signed("margin", "equity", "maintenance margin"),
        Shown.signed("growth", "10 %", "ln(equity / starting cash)"));
  }

  @Override
  public void write(Frame frame, int at) {
    double worth = Math.max(lane.worth(), Money.UNITS);
    frame.observe(at, Shown.within(tape.fundingAhead() / 1e5));
    frame.observe(at + 1, Shown.within(account.gross() / worth));
    frame.observe(at + 2, Shown.within(account.maintenanceMargin() / worth));
    frame.observe(at + 3, Shown.within(10 * StrictMath.log(worth / lane.capital())));
  }
}
