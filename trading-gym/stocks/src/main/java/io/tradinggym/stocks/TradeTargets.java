package io.tradinggym.stocks;

import io.tradinggym.api.Action;
import io.tradinggym.api.Frame;
import io.tradinggym.api.space.Discrete;
import io.tradinggym.api.space.Space;

/**
 * Choices of a target weight for one asset: evenly spaced levels, or sell, hold, buy.
 *
 * <p>Masked: trading what cannot be traded now, and with sell, hold, buy also selling what is already at the lowest
 * weight.
 */
final class TradeTargets implements Targets {
  private final double[] levels;
  private final Discrete space;
  private final boolean holds;

  private TradeTargets(double[] levels, boolean holds) {
    this.levels = levels;
    this.holds = holds;
    space = Discrete.of(levels.length);
  }

  /** 0 sells down to the lowest weight, 1 holds, 2 buys up to the highest. */
  static TradeTargets sellHoldBuy(double low, double high) {
    return new TradeTargets(new double[] {low, HOLD, high}, true);
  }

  /** Evenly spaced weights from low to high. */
  static TradeTargets levels(int count, double low, double high) {
    double[] levels = new double[count];
    for (int i = 0; i < count; i++) {
      levels[i] = low + (high - low) * i / (count - 1);
    }
    return new TradeTargets(levels, false);
  }

  @Override
  public Space space() {
    return space;
  }

  @Override
  public boolean masked() {
    return holds;
  }

  @Override
  public void write(Action action, boolean[] tradable, double[] weights) {
    weights[0] = tradable[0] ? levels[action.discrete()] : HOLD;
  }

  @Override
  public void mask(Frame frame, boolean[] tradable, double[] held) {
    if (holds) {
      frame.allow(0, tradable[0] && held[0] > levels[0] + NOTHING);
      frame.allow(1, true);
      frame.allow(2, tradable[0]);
    }
  }

  /** Weights closer than this are the same. */
  private static final double NOTHING = 1e-9;
}
