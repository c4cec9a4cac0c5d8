package io.tradinggym.options.trading;

import io.tradinggym.api.Frame;
import io.tradinggym.api.ObservationField;
import io.tradinggym.options.board.OptionBoard;
import io.tradinggym.options.board.Quoted;
import io.tradinggym.trading.ObservationBlock;
import io.tradinggym.trading.SessionDesk;
import io.tradinggym.trading.Shown;
import java.util.ArrayList;
import java.util.List;

/** The straddles that are held, near and far, and what they have earned. */
final class StraddlesBlock implements ObservationBlock {
  private static final int SLEEVES = Straddles.SLEEVES;

  private final SessionDesk<Straddles> lane;
  private final Straddles straddles;
  private final OptionBoard board;
  private final VolatilityTask task;

  StraddlesBlock(SessionDesk<Straddles> lane, VolatilityTask task) {
    this.lane = lane;
    this.task = task;
    straddles = lane.trader();
    board = straddles.desk().board();
  }

  @Override
  public List<ObservationField> fields() {
    List<ObservationField> fields = new ArrayList<>();
    for (String sleeve : Straddles.NAMES) {
      fields.add(Shown.signed("straddles[" + sleeve + "]", "limit", "straddles held"));
    }
    for (String sleeve : Straddles.NAMES) {
      fields.add(Shown.positive("expiry[" + sleeve + "]", "100 days", "time to their expiry"));
    }
    for (String sleeve : Straddles.NAMES) {
      fields.add(Shown.signed("moneyness[" + sleeve + "]", "5 %", "ln(spot / strike)"));
    }
    fields.add(Shown.signed("vega", "% of the cash", "gain from one volatility point more"));
    fields.add(Shown.signed("profit", "10 % of cash", "profit so far"));
    return fields;
  }

  @Override
  public void write(Frame frame, int at) {
    for (int i = 0; i < SLEEVES; i++) {
      Quoted call = straddles.call(i);
      double move = StrictMath.log(board.spotCents() / (double) call.strikeCents);
      int days = Math.max(call.expiryDay - board.day(), 0);
      frame.observe(at + i, Shown.within(straddles.count(i) / task.limit()));
      frame.observe(at + SLEEVES + i, Shown.within(days / 100.0));
      frame.observe(at + 2 * SLEEVES + i, Shown.within(move / 0.05));
    }
    int next = at + 3 * SLEEVES;
    frame.observe(next, Shown.within(100 * straddles.vegaPerPoint() / task.account().cash()));
    double profit = 10 * (double) (lane.worth() - lane.capital()) / lane.capital();
    frame.observe(next + 1, Shown.within(profit));
  }
}
