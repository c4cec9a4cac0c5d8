package io.tradinggym.allocator.regime;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * States by levels of one number: state k is entered from below when the number is above {@code enter[k-1]}, and left
 * downwards when it is below {@code leave[k-1]}. Between the two it stays where it was (hysteresis). A state is kept
 * for at least {@code dwell} bars.
 *
 * <pre>{@code
 * ThresholdRegime.vix(2, 5);   // calm, normal, tense, crisis
 * }</pre>
 */
public final class ThresholdRegime implements RegimeModel {
  private final double[] enter;
  private final double[] leave;
  private final int dwell;
  private int state;
  private int bars;

  /**
   * The rule; starts in state 0, free to leave it.
   *
   * @param enter levels above which the next state begins, rising
   * @param leave levels below which it ends, rising, each at most the one to enter
   * @param dwell bars that a state is kept at least, at least 1; 1 = it may change with every bar
   */
  public ThresholdRegime(double[] enter, double[] leave, int dwell) {
    this.enter = enter.clone();
    this.leave = leave.clone();
    this.dwell = Check.atLeast("dwell", dwell, 1);
    if (enter.length == 0 || enter.length != leave.length) {
      throw new IllegalArgumentException(
          "there must be as many levels to enter as to leave, were "
              + enter.length
              + " and "
              + leave.length);
    }
    for (int i = 0; i < enter.length; i++) {
      boolean rising = i == 0 || (enter[i] > enter[i - 1] && leave[i] > leave[i - 1]);
      if (!(leave[i] <= enter[i] && rising)) {
        throw new IllegalArgumentException(
            "levels must rise, and those to leave lie at or below those to enter; were "
                + Arrays.toString(leave)
                + " and "
                + Arrays.toString(enter));
      }
    }
    reset();
  }

  /**
   * {@return the usual levels of the VIX: 15, 25 and 35}
   *
   * @param hysteresis points below a level at which its state ends, in [0, 10)
   * @param dwell bars that a state is kept at least
   */
  public static ThresholdRegime vix(double hysteresis, int dwell) {
    if (!(hysteresis >= 0 && hysteresis < 10)) {
      throw new IllegalArgumentException("hysteresis must be in [0, 10), was " + hysteresis);
    }
    return new ThresholdRegime(
        new double[] {15, 25, 35},
        new double[] {15 - hysteresis, 25 - hysteresis, 35 - hysteresis},
        dwell);
  }

  @Override
  public int states() {
    return enter.length + 1;
  }

  @Override
  public int dimensions() {
    return 1;
  }

  @Override
  public void update(double[] x) {
    Check.observation(x, 1);
    update(x[0]);
  }

  /**
   * Takes in the present bar's number.
   *
   * @param x the present number, finite, in the unit of the levels
   */
  public void update(double x) {
    Check.finite("the number", x);
    bars = Math.min(bars + 1, dwell);
    if (bars < dwell) {
      return;
    }
    int now = state;
    while (now < enter.length && x > enter[now]) {
      now++;
    }
    while (now > 0 && x < leave[now - 1]) {
      now--;
    }
    if (now != state) {
      state = now;
      bars = 0;
    }
  }

  @Override
  public void probabilities(double[] out) {
    Arrays.fill(out, 0, states(), 0);
    out[state] = 1;
  }

  @Override
  public int state() {
    return state;
  }

  @Override
  public void reset() {
    state = 0;
    bars = dwell;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(state);
    out.writeInt(bars);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    state = in.readInt();
    bars = in.readInt();
  }
}
