package io.tradinggym.trading;

import io.tradinggym.api.Action;
import io.tradinggym.api.LaneState;
import io.tradinggym.api.TargetWeights;
import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.Space;
import java.util.Locale;
import java.util.Optional;

/** Numbers in [-1, 1], made into target weights by a {@link Projection}. */
public final class WeightScheme implements ActionScheme {
  private final TradingDesk desk;
  private final Projection projection;
  private final double leverage;
  private final boolean shorts;
  private final Box space;
  private final double[] numbers;

  /**
   * Weights of all instruments of a desk.
   *
   * @param desk the desk that is told the target weights
   * @param projection how actions become weights
   * @param leverage largest sum of absolute weights, > 0; 1 = all equity
   * @param shorts whether weights may be negative
   * @throws IllegalArgumentException if the projection has no short weights and they are asked for
   */
  public WeightScheme(TradingDesk desk, Projection projection, double leverage, boolean shorts) {
    if (shorts && projection.longOnly()) {
      throw new IllegalArgumentException(
          "projection "
              + projection.name().toLowerCase(Locale.ROOT)
              + " is long-only; with shorts use clip_normalise");
    }
    this.desk = desk;
    this.projection = projection;
    this.leverage = leverage;
    this.shorts = shorts;
    numbers = new double[projection.actions(desk.assets())];
    space = Box.of(-1, 1, numbers.length);
  }

  @Override
  public Space space() {
    return space;
  }

  @Override
  public String meaning() {
    return "target weights of the instruments as parts of the highest leverage, "
        + leverage
        + (shorts ? ", negative to be short" : ", none below 0");
  }

  @Override
  public TargetWeights targetWeights() {
    return projection.asked(leverage, shorts);
  }

  @Override
  public void intend(Action action) {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Math.clamp(action.continuous(i), -1, 1);
    }
    projection.project(numbers, desk.listed(), desk.tradable(), leverage, shorts, desk.wanted());
  }

  @Override
  public Optional<LaneState> laneState() {
    return LaneState.none();
  }
}
