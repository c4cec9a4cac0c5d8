package io.tradinggym.explain.attribution;

import java.util.Optional;

/**
 * The smallest change of one input, or of two, that turns a decision: that takes its margin from above 0 to 0 or below.
 * Asked along lines from the observation to the bounds of the inputs, at equal steps first and then by halving; what
 * turns and turns back between two steps is missed. Changes are measured in units of each input's scale. For one
 * thread.
 */
public final class SmallestChange {
  private static final int STEPS = 64;

  /** Directions in the plane of two inputs. */
  private static final int DIRECTIONS = 16;

  private static final int HALVINGS = 24;

  private final ScoreFunction margin;
  private final float[] low;
  private final float[] high;
  private final float[] scale;
  private final float[] rows;
  private final double[] margins = new double[STEPS];

  /**
   * A change that turns a decision.
   *
   * @param first index of the input that changes, from 0
   * @param firstTo its value where the decision has just turned
   * @param second index of another input that changes; -1 for none
   * @param secondTo its value there
   * @param size of the change, in units of the inputs' scales
   */
  public record Change(int first, float firstTo, int second, float secondTo, double size) {}

  /**
   * Looks for changes within bounds.
   *
   * @param margin chosen score less the runner-up's; a decision turns where it is no longer above 0
   * @param low smallest value of each input
   * @param high largest value of each input
   * @param scale of each input, such as its standard deviation, &gt; 0; of an input with scale 0 no change is sought
   */
  public SmallestChange(ScoreFunction margin, float[] low, float[] high, float[] scale) {
    this.margin = margin;
    this.low = low.clone();
    this.high = high.clone();
    this.scale = scale.clone();
    rows = new float[STEPS * margin.inputs()];
  }

  /**
   * {@return the smallest change of one input, if any turns the decision}
   *
   * @param observation one observation, as many floats as the margin has inputs
   * @param input index of the input, from 0
   */
  public Optional<Change> ofOne(float[] observation, int input) {
    if (!(scale[input] > 0)) {
      return Optional.empty();
    }
    Optional<Change> up = along(observation, input, 1, -1, 0);
    Optional<Change> down = along(observation, input, -1, -1, 0);
    return smaller(up, down);
  }

  /**
   * {@return the smallest change of two inputs together, if any turns the decision}
   *
   * @param observation one observation, as many floats as the margin has inputs
   * @param first index of one input, from 0
   * @param second index of the other input, from 0
   */
  public Optional<Change> ofTwo(float[] observation, int first, int second) {
    Optional<Change> best = Optional.empty();
    if (!(scale[first] > 0 && scale[second] > 0)) {
      return best;
    }
    for (int i = 0; i < DIRECTIONS; i++) {
      double angle = 2 * Math.PI * i / DIRECTIONS;
      best = smaller(best, along(observation, first, Math.cos(angle), second, Math.sin(angle)));
    }
    return best;
  }

  private static Optional<Change> smaller(Optional<Change> one, Optional<Change> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    return one.get().size() <= other.get().size() ? one : other;
  }

  private Optional<Change> along(float[] observation, int first, double dx, int second, double dy) {
    double reach = room(observation, first, dx * scale[first]);
    if (second >= 0) {
      reach = Math.min(reach, room(observation, second, dy * scale[second]));
    }
    if (!(reach > 0) || Double.isInfinite(reach)) {
      return Optional.empty();
    }
    int inputs = margin.inputs();
    for (int step = 0; step < STEPS; step++) {
      System.arraycopy(observation, 0, rows, step * inputs, inputs);
      move(step, observation, reach * (step + 1) / STEPS, first, dx, second, dy);
    }
    margin.at(rows, STEPS, margins);
    for (int step = 0; step < STEPS; step++) {
      if (margins[step] <= 0) {
        double size =
            halve(
                observation,
                reach * step / STEPS,
                reach * (step + 1) / STEPS,
                first,
                dx,
                second,
                dy);
        float to = moved(observation, first, size * dx);
        float secondTo = second < 0 ? 0 : moved(observation, second, size * dy);
        return Optional.of(new Change(first, to, second, secondTo, size));
      }
    }
    return Optional.empty();
  }

  /** How far one may go until the bound. */
  private double room(float[] observation, int input, double step) {
    if (step == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double bound = step > 0 ? high[input] : low[input];
    return (bound - observation[input]) / step;
  }

  private double halve(
      float[] observation,
      double standing,
      double turned,
      int first,
      double dx,
      int second,
      double dy) {
    double from = standing;
    double to = turned;
    System.arraycopy(observation, 0, rows, 0, margin.inputs());
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (from + to) / 2;
      move(0, observation, middle, first, dx, second, dy);
      margin.at(rows, 1, margins);
      if (margins[0] <= 0) {
        to = middle;
      } else {
        from = middle;
      }
    }
    return to;
  }

  private void move(
      int row, float[] observation, double size, int first, double dx, int second, double dy) {
    int inputs = margin.inputs();
    rows[row * inputs + first] = moved(observation, first, size * dx);
    if (second >= 0) {
      rows[row * inputs + second] = moved(observation, second, size * dy);
    }
  }

  private float moved(float[] observation, int input, double by) {
    return (float) (observation[input] + by * scale[input]);
  }
}
