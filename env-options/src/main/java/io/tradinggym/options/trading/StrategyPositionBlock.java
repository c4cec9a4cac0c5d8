package io.tradinggym.options.trading;

import static io.tradinggym.options.trading.OptionFields.limited;
import static io.tradinggym.options.trading.OptionFields.signed;

import io.tradinggym.api.Frame;
import io.tradinggym.api.ObservationField;
import io.tradinggym.market.Money;
import io.tradinggym.options.board.Quoted;
import io.tradinggym.trading.MarginCall;
import io.tradinggym.trading.ObservationBlock;
import io.tradinggym.trading.SessionDesk;
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
        signed("delta", "equity", "delta, as exposure"),
        signed("gamma", "equity", "change of that exposure when the spot moves by 1 %"),
        signed("vega", "% of equity", "gain from one volatility point more"),
        signed("theta", "equity", "gain from a year's decay at today's speed"),
        signed("expiry", "30 days", "time to the first expiry held"),
        signed("profit", "10 % of equity", "profit of the position since it was opened"),
        signed("margin", "equity", "margin in use"),
        signed("shares", "equity", "shares held"),
        signed("growth", "10 %", "ln(equity / starting cash)"));
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
    frame.observe(at, limited(delta * spot / equity));
    frame.observe(at + 1, limited(gamma * spot * spot / equity / 100));
    frame.observe(at + 2, limited(vega / equity));
    frame.observe(at + 3, limited(theta / equity));
    frame.observe(at + 4, desk.size() == 0 ? 0 : limited((first - desk.board().day()) / 30.0));
    frame.observe(at + 5, limited(10 * (double) (now - opening) / Math.max(opening, CENT)));
    frame.observe(at + 6, limited(1 - (double) margin.excess() / Math.max(now, CENT)));
    frame.observe(at + 7, limited(desk.shares() * spot / equity));
    double growth = (double) Math.max(now, CENT) / lane.capital();
    frame.observe(at + 8, limited(10 * StrictMath.log(growth)));
  }
}
