package io.tradinggym.trading;

import io.tradinggym.api.Action;
import io.tradinggym.api.Frame;
import io.tradinggym.api.LaneState;
import io.tradinggym.api.TargetWeights;
import io.tradinggym.api.space.Discrete;
import io.tradinggym.api.space.Space;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Choices of evenly spaced levels. Each instrument's target weight is the level times a factor of its own: 1 for one
 * that is traded alone, +1/2 and -1/2 for the legs of a hedged pair. Unless all of them can be traded, none is.
 *
 * <p>Masked, where the venue limits leverage: levels that it does not lend enough for. What asks for least is always
 * allowed.
 */
public final class LevelScheme implements ActionScheme {
  private static final int MOST_LEVELS = 1001;

  private final TradingDesk desk;
  private final double[] levels;
  private final double[] factors;
  private final double[] largest;
  private final double mostWeight;
  private final @Nullable LeverageLimit limit;
  private final Discrete space;

  /**
   * Levels for all instruments of a desk.
   *
   * @param desk the desk that is told the target weights
   * @throws IllegalArgumentException if the number of levels or of factors does not fit
   * @param count of levels, 2 .. 1001
   * @param low the lowest level, a share of equity, the first choice; negative is short
   * @param high the highest level, a share of equity, the last choice
   * @param limit how large positions the venue lends for; null where it lends for all levels
   * @param factors of the level, one for each instrument of the desk
   */
  public LevelScheme(
      TradingDesk desk,
      int count,
      double low,
      double high,
      @Nullable LeverageLimit limit,
      double... factors) {
    if (count < 2 || count > MOST_LEVELS) {
      throw new IllegalArgumentException(
          "option levels must be in 2 .. " + MOST_LEVELS + ", was " + count);
    }
    if (factors.length != desk.assets()) {
      throw new IllegalArgumentException(
          factors.length + " factors do not fit a desk of " + desk.assets() + " instruments");
    }
    this.desk = desk;
    this.factors = factors.clone();
    this.limit = limit;
    levels = new double[count];
    largest = new double[count];
    for (int i = 0; i < count; i++) {
      levels[i] = low + (high - low) * i / (count - 1);
      for (double factor : factors) {
        largest[i] = Math.max(largest[i], Math.abs(levels[i] * factor));
      }
    }
    mostWeight = Arrays.stream(largest).max().orElse(0);
    space = Discrete.of(count);
  }

  @Override
  public Space space() {
    return space;
  }

  @Override
  public String meaning() {
    return levels.length
        + " target weights, evenly spaced from "
        + levels[0]
        + " to "
        + levels[levels.length - 1]
        + (factors.length == 1 ? "" : ", times " + Arrays.toString(factors) + " by instrument");
  }

  @Override
  public @Nullable TargetWeights targetWeights() {
    return factors.length == 1 && factors[0] == 1
        ? new NearestLevel(levels.length, levels[0], levels[levels.length - 1])
        : null;
  }

  /**
   * {@return the index, from 0, of the choice whose level is nearest to one}
   *
   * @param count number of levels, &gt;= 2
   * @param low the lowest level, choice 0
   * @param high the highest level, the last choice; > low
   * @param level what is asked for; beyond the ends it is theirs
   */
  public static int nearest(int count, double low, double high, double level) {
    return new NearestLevel(count, low, high).nearest(level);
  }

  @Override
  public void intend(Action action) {
    double level = levels[action.discrete()];
    boolean all = true;
    for (boolean one : desk.tradable()) {
      all &= one;
    }
    for (int asset = 0; asset < factors.length; asset++) {
      desk.target(asset, all ? level * factors[asset] : TradingDesk.HOLD);
    }
  }

  @Override
  public boolean masked() {
    return limit != null;
  }

  @Override
  public void mask(Frame frame) {
    if (limit == null || limit.permits(mostWeight)) {
      return;
    }
    int least = 0;
    for (int choice = 1; choice < largest.length; choice++) {
      least = largest[choice] < largest[least] ? choice : least;
    }
    for (int choice = 0; choice < largest.length; choice++) {
      frame.allow(choice, choice == least || limit.permits(largest[choice]));
    }
  }

  @Override
  public Optional<LaneState> laneState() {
    return LaneState.none();
  }
}
