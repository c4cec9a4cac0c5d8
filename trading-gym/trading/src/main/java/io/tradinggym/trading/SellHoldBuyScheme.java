package io.tradinggym.trading;

import io.tradinggym.api.Action;
import io.tradinggym.api.Frame;
import io.tradinggym.api.LaneState;
import io.tradinggym.api.TargetWeights;
import io.tradinggym.api.space.Discrete;
import io.tradinggym.api.space.Space;
import java.util.Optional;

/**
 * Three choices for one instrument: 0 sells down to the lowest weight, 1 holds what is there, 2 buys up to the highest.
 *
 * <p>Masked: trading what cannot be traded now, and selling what is already at the lowest weight.
 */
public final class SellHoldBuyScheme implements ActionScheme {
  static final int SELL = 0;
  static final int HOLD = 1;
  static final int BUY = 2;

  private static final int CHOICES = 3;

  /** Weights closer than this are the same. */
  private static final double NOTHING = 1e-9;

  private final TradingDesk desk;
  private final double[] weights;
  private final Discrete space = Discrete.of(CHOICES);

  /**
   * Between two weights.
   *
   * @param desk of one instrument
   * @param lowest weight after a sale, a share of equity; negative is short
   * @param highest weight after a purchase, a share of equity
   */
  public SellHoldBuyScheme(TradingDesk desk, double lowest, double highest) {
    this.desk = desk;
    weights = new double[] {lowest, TradingDesk.HOLD, highest};
  }

  @Override
  public Space space() {
    return space;
  }

  @Override
  public String meaning() {
    return "0 sells down to weight " + weights[0] + ", 1 holds, 2 buys up to weight " + weights[2];
  }

  @Override
  public TargetWeights targetWeights() {
    return new NearestTrade(weights[SELL], weights[BUY]);
  }

  @Override
  public void intend(Action action) {
    desk.target(0, desk.tradable(0) ? weights[action.discrete()] : TradingDesk.HOLD);
  }

  @Override
  public boolean masked() {
    return true;
  }

  @Override
  public void mask(Frame frame) {
    frame.allow(SELL, desk.tradable(0) && desk.weight(0) > weights[SELL] + NOTHING);
    frame.allow(HOLD, true);
    frame.allow(BUY, desk.tradable(0));
  }

  @Override
  public Optional<LaneState> laneState() {
    return LaneState.none();
  }
}
