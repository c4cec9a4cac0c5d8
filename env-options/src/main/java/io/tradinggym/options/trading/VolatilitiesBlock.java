package io.tradinggym.options.trading;

import io.tradinggym.api.Frame;
import io.tradinggym.api.ObservationField;
import io.tradinggym.options.board.OptionBoard;
import io.tradinggym.options.board.SpotPath;
import io.tradinggym.trading.ObservationBlock;
import io.tradinggym.trading.Shown;
import java.util.ArrayList;
import java.util.List;

/** Recent returns and historical volatility of the underlying; what options think of both. */
final class VolatilitiesBlock implements ObservationBlock {
  private static final int EXPIRIES = 4;
  private static final int[] SESSIONS = {1, 5, 20};
  private static final double SESSIONS_PER_YEAR = 252;

  /** Volatilities are seen relative to this one. */
  private static final double USUAL = 0.2;

  private final OptionBoard board;

  VolatilitiesBlock(OptionBoard board) {
    this.board = board;
  }

  @Override
  public List<ObservationField> fields() {
    List<ObservationField> fields = new ArrayList<>();
    for (int sessions : SESSIONS) {
      fields.add(
          Shown.signed(
              "return_" + sessions, "deviations", "return of the last sessions: " + sessions));
    }
    fields.add(
        Shown.signed(
            "historical_volatility", "1", "ln(historical volatility of 20 sessions / 20 %)"));
    for (int n = 0; n < EXPIRIES; n++) {
      String meaning = "ln(at-the-money / historical volatility), expiry " + n;
      fields.add(Shown.signed("implied_volatility_" + n, "1", meaning));
    }
    fields.add(
        Shown.signed(
            "skew", "10 points", "volatility a deviation below less that a deviation above"));
    return fields;
  }

  @Override
  public void write(Frame frame, int at) {
    SpotPath path = board.path();
    int shown = Math.min(EXPIRIES, board.expiries());
    double first = shown > 0 ? board.volatility(0) : USUAL;
    double history = path.volatility();
    history = history > 0 ? history : first;
    double deviation = history / Math.sqrt(SESSIONS_PER_YEAR);
    int next = at;
    for (int sessions : SESSIONS) {
      double move = path.over(sessions);
      frame.observe(next++, Shown.within(move / (deviation * Math.sqrt(sessions))));
    }
    double logHistory = StrictMath.log(history);
    frame.observe(next++, Shown.within(logHistory - StrictMath.log(USUAL)));
    for (int n = 0; n < EXPIRIES; n++) {
      double ratio =
          n < shown ? StrictMath.log(n == 0 ? first : board.volatility(n)) - logHistory : 0;
      frame.observe(next++, Shown.within(ratio));
    }
    frame.observe(next, Shown.within(shown > 0 ? 10 * board.skew(Math.min(1, shown - 1)) : 0));
  }
}
