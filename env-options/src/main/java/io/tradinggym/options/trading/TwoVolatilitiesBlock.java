package io.tradinggym.options.trading;

import io.tradinggym.api.Frame;
import io.tradinggym.api.ObservationField;
import io.tradinggym.options.board.OptionBoard;
import io.tradinggym.trading.ObservationBlock;
import io.tradinggym.trading.Shown;
import java.util.List;

/** Historical volatility, that of the two expiries whose straddles are traded, and the skew of the near one. */
final class TwoVolatilitiesBlock implements ObservationBlock {
  private static final double USUAL = 0.2;

  private final OptionBoard board;
  private final Straddles straddles;

  TwoVolatilitiesBlock(Straddles straddles) {
    this.straddles = straddles;
    board = straddles.desk().board();
  }

  @Override
  public List<ObservationField> fields() {
    return List.of(
        Shown.signed(
            "historical_volatility", "1", "ln(historical volatility of 20 sessions / 20 %)"),
        Shown.signed("implied_volatility[near]", "1", "ln(at-the-money volatility / 20 %)"),
        Shown.signed("implied_volatility[far]", "1", "ln(at-the-money volatility / 20 %)"),
        Shown.signed("skew[near]", "10 points", "volatility a deviation below less that above"));
  }

  @Override
  public void write(Frame frame, int at) {
    double history = board.path().volatility();
    frame.observe(at, Shown.within(history > 0 ? StrictMath.log(history / USUAL) : 0));
    for (int i = 0; i < Straddles.SLEEVES; i++) {
      int expiry = straddles.expiry(i);
      double shown = expiry < 0 ? 0 : StrictMath.log(board.volatility(expiry) / USUAL);
      frame.observe(at + 1 + i, Shown.within(shown));
    }
    int near = straddles.expiry(0);
    frame.observe(at + 3, Shown.within(near < 0 ? 0 : 10 * board.skew(near)));
  }
}
