package io.tradinggym.stocks;

import io.tradinggym.api.Action;
import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.Space;

/** Numbers in [-1, 1], made into weights by a projection. */
final class WeightTargets implements Targets {
  private final Projection projection;
  private final double leverage;
  private final boolean shorts;
  private final Box space;
  private final double[] numbers;

  WeightTargets(Projection projection, int assets, double leverage, boolean shorts) {
    this.projection = projection;
    this.leverage = leverage;
    this.shorts = shorts;
    numbers = new double[projection.actions(assets)];
    space = Box.of(-1, 1, numbers.length);
  }

  @Override
  public Space space() {
    return space;
  }

  @Override
  public void write(Action action, boolean[] tradable, double[] weights) {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Math.clamp(action.continuous(i), -1, 1);
    }
    projection.project(numbers, tradable, leverage, shorts, weights);
  }
}
