package io.tradinggym.options.trading;

import io.tradinggym.api.Action;
import io.tradinggym.api.Frame;
import io.tradinggym.api.space.Discrete;
import io.tradinggym.api.space.Space;
import io.tradinggym.trading.ActionScheme;

/** Hold, close, roll, or open one of the strategies at one of the sizes. */
final class StrategyScheme implements ActionScheme {
  private final StrategyMenu menu;
  private final Discrete space;

  StrategyScheme(StrategyMenu menu, StrategyTask task) {
    this.menu = menu;
    space = Discrete.of(task.actions());
  }

  @Override
  public Space space() {
    return space;
  }

  @Override
  public String meaning() {
    return "hold, close, roll, or open one of the strategies at one of the sizes";
  }

  @Override
  public void intend(Action action) {
    menu.want(action.discrete());
  }

  @Override
  public boolean masked() {
    return true;
  }

  @Override
  public void mask(Frame frame) {
    menu.offer(frame);
  }
}
