package io.tradinggym.allocator.multi;

import io.tradinggym.api.Action;
import io.tradinggym.api.Frame;
import io.tradinggym.api.TargetWeights;
import io.tradinggym.api.space.MultiDiscrete;
import io.tradinggym.api.space.Space;
import io.tradinggym.trading.ActionScheme;
import java.util.Arrays;

/** A level for each share and the perpetual, or to keep it; then a choice for each share with options. */
final class MultiScheme implements ActionScheme {
  private final MultiTrader trader;
  private final MultiTape tape;
  private final LevelOfEach levels;
  private final MultiDiscrete space;
  private final int assets;

  MultiScheme(MultiTrader trader, MultiTask task) {
    this.trader = trader;
    tape = trader.book().tape();
    levels = new LevelOfEach(task.levels());
    assets = trader.book().perpetual() + 1;
    int[] n = new int[assets + trader.book().desks()];
    Arrays.fill(n, 0, assets, 1 + levels.count());
    Arrays.fill(n, assets, n.length, trader.choices());
    space = MultiDiscrete.of(n);
  }

  @Override
  public Space space() {
    return space;
  }

  @Override
  public String meaning() {
    return "for each share and the perpetual the part of equity to hold, or to keep what is held;"
        + " for each share with options to keep, to close them, or to open a strategy";
  }

  @Override
  public TargetWeights targetWeights() {
    return levels;
  }

  @Override
  public void intend(Action action) {
    for (int asset = 0; asset < assets; asset++) {
      int choice = action.discrete(asset);
      trader.target(asset, choice == 0 ? Double.NaN : levels.of(choice));
    }
    for (int share = 0; share < trader.book().desks(); share++) {
      trader.choose(share, action.discrete(assets + share));
    }
  }

  @Override
  public boolean masked() {
    return true;
  }

  @Override
  public void mask(Frame frame) {
    int each = 1 + levels.count();
    for (int asset = 0; asset < assets; asset++) {
      boolean trades = tape.trades(asset);
      frame.allow(asset * each, true);
      for (int choice = 1; choice < each; choice++) {
        frame.allow(asset * each + choice, trades);
      }
    }
    trader.offer(frame, assets * each);
  }
}
