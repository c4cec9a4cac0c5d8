package io.tradinggym.allocator.regime;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Settled or just changed, by {@link Bocpd} on numbers in units of their exponentially weighted deviation: state 1 is
 * "the present run is at most so long", state 0 an older one.
 */
public final class RunLengthRegime implements RegimeModel {
  private static final double DECAY = 0.97;

  private final Bocpd runs;
  private double square;

  /**
   * The model.
   *
   * @param hazard chance that a run ends with a bar, in (0, 1)
   * @param window a run of at most so many bars is young, &gt;= 1
   */
  public RunLengthRegime(double hazard, int window) {
    runs =
        Bocpd.builder()
            .hazard(hazard)
            .alarm(Check.atLeast("window", window, 1), 0.5)
            .longest(Math.max(250, 4 * window))
            .build();
  }

  @Override
  public int states() {
    return 2;
  }

  @Override
  public int dimensions() {
    return 1;
  }

  @Override
  public void update(double[] x) {
    Check.observation(x, 1);
    if (square > 0) {
      runs.update(x[0] / StrictMath.sqrt(square)); // the deviation before this bar
    }
    square = square > 0 ? DECAY * square + (1 - DECAY) * x[0] * x[0] : x[0] * x[0];
  }

  @Override
  public void probabilities(double[] out) {
    out[1] = Math.clamp(runs.statistic(), 0, 1);
    out[0] = 1 - out[1];
  }

  @Override
  public int state() {
    return runs.statistic() > runs.threshold() ? 1 : 0;
  }

  @Override
  public void reset() {
    square = 0;
    runs.reset();
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeDouble(square);
    runs.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    square = in.readDouble();
    runs.restore(in);
  }
}
