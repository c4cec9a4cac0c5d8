package io.tradinggym.options.trading;

import io.tradinggym.api.Frame;
import io.tradinggym.api.space.Box;
import io.tradinggym.market.Money;
import io.tradinggym.options.board.OptionBoard;
import io.tradinggym.options.board.Quoted;
import io.tradinggym.options.board.SpotPath;
import java.util.Arrays;

/** What an agent sees: the table in {@link OptionStrategies}. */
final class StrategyObservation {
  private static final float LIMIT = 10;
  private static final long CENT = ListedContracts.CENT;
  private static final int EXPIRIES = 4;
  private static final int KINDS = StrategyKind.ALL.size();
  private static final int POSITION = 11;
  private static final int GREEKS = POSITION + KINDS;
  static final int SIZE = GREEKS + 10;
  private static final double SESSIONS_PER_YEAR = 252;

  /** Volatilities are seen relative to this one. */
  private static final double USUAL = 0.2;

  private final OptionBoard board;
  private final OptionDesk desk;
  private final StrategyMenu menu;

  StrategyObservation(OptionBoard board, OptionDesk desk, StrategyMenu menu) {
    this.board = board;
    this.desk = desk;
    this.menu = menu;
  }

  static Box space(int memory) {
    float[] low = new float[SIZE + memory];
    float[] high = new float[SIZE + memory];
    Arrays.fill(low, -LIMIT);
    Arrays.fill(high, LIMIT);
    Arrays.fill(low, POSITION, GREEKS, 0);
    Arrays.fill(high, POSITION, GREEKS, 1);
    low[SIZE - 1] = 0;
    high[SIZE - 1] = 1;
    return Box.of(low, high);
  }

  /**
   * Writes it.
   *
   * @param start equity at the start of the episode, money units
   * @param opening equity when the position was opened, money units
   * @param excess equity beyond what the margin needs, money units
   * @param left part of the episode that is left
   */
  void write(Frame frame, long start, long opening, long excess, double left) {
    market(frame);
    int kind = menu.kind();
    for (int k = 0; k < KINDS; k++) {
      frame.observe(POSITION + k, k == kind ? 1 : 0);
    }
    position(frame, opening, excess);
    double equity = Math.max(desk.equity(), CENT);
    frame.observe(GREEKS + 8, limited(10 * StrictMath.log(equity / start)));
    frame.observe(GREEKS + 9, Math.clamp(left, 0, 1));
  }

  private void market(Frame frame) {
    SpotPath path = board.path();
    int shown = Math.min(EXPIRIES, board.expiries());
    double first = shown > 0 ? board.volatility(0) : USUAL;
    double history = path.volatility();
    history = history > 0 ? history : first;
    double deviation = history / Math.sqrt(SESSIONS_PER_YEAR);
    frame.observe(0, limited(path.over(1) / deviation));
    frame.observe(1, limited(path.over(5) / (deviation * Math.sqrt(5))));
    frame.observe(2, limited(path.over(20) / (deviation * Math.sqrt(20))));
    double logHistory = StrictMath.log(history);
    frame.observe(3, limited(logHistory - StrictMath.log(USUAL)));
    for (int n = 0; n < EXPIRIES; n++) {
      double ratio =
          n < shown ? StrictMath.log(n == 0 ? first : board.volatility(n)) - logHistory : 0;
      frame.observe(4 + n, limited(ratio));
    }
    frame.observe(8, limited(shown > 0 ? 10 * board.skew(Math.min(1, shown - 1)) : 0));
    double days = board.announcement();
    frame.observe(9, Double.isNaN(days) ? LIMIT : limited(days / 30));
    frame.observe(10, limited(10 * board.announcedMove()));
  }

  /** In parts of equity: what a move of 1 %, a volatility point and a day do. */
  private void position(Frame frame, long opening, long excess) {
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
    double spot = board.spotCents() / 100.0;
    long now = desk.equity();
    double equity = Money.toDouble(Math.max(now, Money.UNITS));
    frame.observe(GREEKS, limited(delta * spot / equity));
    frame.observe(GREEKS + 1, limited(gamma * spot * spot / equity / 100));
    frame.observe(GREEKS + 2, limited(vega / equity));
    frame.observe(GREEKS + 3, limited(theta / equity));
    frame.observe(GREEKS + 4, desk.size() == 0 ? 0 : limited((first - board.day()) / 30.0));
    frame.observe(GREEKS + 5, limited(10 * (double) (now - opening) / Math.max(opening, CENT)));
    frame.observe(GREEKS + 6, limited(1 - (double) excess / Math.max(now, CENT)));
    frame.observe(GREEKS + 7, limited(desk.shares() * spot / equity));
  }

  private static double limited(double value) {
    return Math.clamp(value, -LIMIT, LIMIT);
  }
}
