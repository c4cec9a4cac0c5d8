package io.tradinggym.options.trading;

import io.tradinggym.api.Frame;
import io.tradinggym.api.ObservationField;
import io.tradinggym.market.Money;
import io.tradinggym.options.board.Quoted;
import io.tradinggym.trading.MarginCall;
import io.tradinggym.trading.ObservationBlock;
import io.tradinggym.trading.SessionDesk;
import io.tradinggym.trading.Shown;
import java.util.List;

/** What is held, in parts of equity: Greeks, time, profit, margin, shares; and how equity has grown. */
final class StrategyPositionBlock implements ObservationBlock {
  private static final long CENT = ListedContracts.CENT;

  private final SessionDesk<StrategyMenu> lane;
  private final OptionDesk desk;
  private final MarginCall margin;

  StrategyPositionBlock(SessionDesk<StrategyMenu> lane) {
    this.lane = lane;
    desk = lane.trader().desk();
    margin = lane.event(MarginCall.class);
  }

  @Override
  public List<ObservationField> fields() {
    return List.of(
        Shown.signed("delta", "equity", "delta, as exposure"),
        Shown.signed("gamma", "equity", "change of that exposure when the spot moves by 1 %"),
        Shown.signed("vega", "% of equity", "gain from one volatility point more"),
        Shown.signed("theta", "equity", "gain from a year's decay at today's speed"),
        Shown.signed("expiry", "30 days", "time to the first expiry held"),
        Shown.signed("profit", "10 % of equity", "profit of the position since it was opened"),
        Shown.signed("margin", "equity", "margin in use"),
        Shown.signed("shares", "equity", "shares held"),
        Shown.signed("growth", "10 %", "ln(equity / starting cash)"));
  }

  @Override
  public void write(Frame frame, int at) {
    double delta = desk.shares();
    double gamma = 0;
    double vega = 0;
    double theta = 0;
    int first = Integer.MAX_VALUE;
    for (int i = 0; i < desk.size(); i++) {
      Quoted leg = desk.quote(i);
      double size = (double) desk.contracts(i) * ListedContracts.MULTIPLIER;
      delta += size * leg.delta;
      gamma += size * leg.gamma;
      vega += size * leg.vega;
      theta += size * leg.theta;
      first = Math.min(first, leg.expiryDay);
    }
    double spot = desk.board().spotCents() / 100.0;
    long now = lane.worth();
    long opening = lane.trader().opening();
    double equity = Money.toDouble(Math.max(now, Money.UNITS));
    frame.observe(at, Shown.within(delta * spot / equity));
    frame.observe(at + 1, Shown.within(gamma * spot * spot / equity / 100));
    frame.observe(at + 2, Shown.within(vega / equity));
    frame.observe(at + 3, Shown.within(theta / equity));
    frame.observe(at + 4, desk.size() == 0 ? 0 : Shown.within((first - desk.board().day()) / 30.0));
    frame.observe(at + 5, Shown.within(10 * (double) (now - opening) / Math.max(opening, CENT)));
    frame.observe(at + 6, Shown.within(1 - (double) margin.excess() / Math.max(now, CENT)));
    frame.observe(at + 7, Shown.within(desk.shares() * spot / equity));
    double growth = (double) Math.max(now, CENT) / lane.capital();
    frame.observe(at + 8, Shown.within(10 * StrictMath.log(growth)));
  }
}
