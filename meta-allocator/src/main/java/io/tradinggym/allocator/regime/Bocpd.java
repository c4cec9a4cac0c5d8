package io.tradinggym.allocator.regime;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Bayesian online detection of changes of a mean: the law of the run length, how many of the last numbers belong to the
 * present run. Numbers are normal with known variance, the mean of a run is normal a priori, a run ends with a constant
 * chance.
 *
 * <pre>
 *   P(r+1) ~ P(r) pred_r(x) (1 - hazard),       P(0) ~ hazard sum_r P(r) pred_r(x)
 * </pre>
 *
 * <p>Run lengths from the longest kept on are one entry. Reading it: {@link #atMost} of a window rises after a sharp
 * change, but a slow one passes the window; {@link #likeliest} falls in both.
 *
 * @see <a href="https://arxiv.org/abs/0710.3742">Adams and MacKay (2007)</a>
 */
public final class Bocpd implements ChangeDetector {
  private final double hazard;
  private final double priorMean;
  private final double priorVariance;
  private final double noiseVariance;
  private final int window;
  private final double threshold;
  private final double[] chance;
  private final double[] mean;
  private int longest;

  /** What the detector believes before it sees anything. */
  public static final class Builder {
    private double hazard = 0.01;
    private double priorMean;
    private double priorVariance = 4;
    private double noiseVariance = 1;
    private int window = 30;
    private double threshold = 0.61;
    private int longest = 500;

    private Builder() {}

    /**
     * Chance that a run ends with a number, in (0, 1); 0.01 by default.
     *
     * @param value chance at each number, in (0, 1)
     * @return this builder
     */
    public Builder hazard(double value) {
      hazard = Check.chance("hazard", value);
      return this;
    }

    /**
     * Of the mean of a run; 0 and 4 by default.
     *
     * @param mean of the prior of a run's mean, finite
     * @param variance of the prior of a run's mean, &gt; 0
     * @return this builder
     */
    public Builder prior(double mean, double variance) {
      priorMean = Check.finite("prior mean", mean);
      priorVariance = Check.positive("prior variance", variance);
      return this;
    }

    /**
     * Variance of a number about the mean of its run, &gt; 0; 1 by default.
     *
     * @param value in the squared unit of the numbers, &gt; 0
     * @return this builder
     */
    public Builder noiseVariance(double value) {
      noiseVariance = Check.positive("noiseVariance", value);
      return this;
    }

    /**
     * An alarm when the run is at most {@code window} long with a chance above the threshold; 30 and .61.
     *
     * @param newWindow longest run that is an alarm, in steps, &gt;= 0
     * @param newThreshold chance above which it is one, in (0, 1)
     * @return this builder
     */
    public Builder alarm(int newWindow, double newThreshold) {
      window = Check.atLeast("window", newWindow, 0);
      threshold = Check.chance("threshold", newThreshold);
      return this;
    }

    /**
     * Longest run that is told from longer ones, more than the window; 500 by default.
     *
     * @param value longest run that is told from longer ones, in steps, more than the window
     * @return this builder
     */
    public Builder longest(int value) {
      longest = value;
      return this;
    }

    /**
     * {@return the detector}
     *
     * @throws IllegalArgumentException if the longest run is not longer than the window
     */
    public Bocpd build() {
      return new Bocpd(this);
    }
  }

  /**
   * Starts from hazard .01, prior variance 4, noise variance 1.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  private Bocpd(Builder settings) {
    hazard = settings.hazard;
    priorMean = settings.priorMean;
    priorVariance = settings.priorVariance;
    noiseVariance = settings.noiseVariance;
    window = settings.window;
    threshold = settings.threshold;
    int size = Check.atLeast("longest", settings.longest, settings.window + 1);
    chance = new double[size + 1];
    mean = new double[size + 1];
    reset();
  }

  @Override
  public boolean update(double x) {
    Check.finite("x", x);
    int last = chance.length - 1;
    double fresh = 0;
    double carried = 0;
    double carriedMean = 0;
    // From the longest run down, so that each entry moves up before it is overwritten.
    for (int r = longest; r >= 0; r--) {
      double precision = 1 / priorVariance + r / noiseVariance;
      double variance = 1 / precision + noiseVariance;
      double gap = x - mean[r];
      double evidence =
          chance[r] * StrictMath.exp(-gap * gap / (2 * variance)) / StrictMath.sqrt(variance);
      fresh += evidence * hazard;
      double grown = evidence * (1 - hazard);
      double moved = mean[r] + gap / (noiseVariance * precision + 1);
      if (r >= last - 1) {
        double total = carried + grown;
        carriedMean = total > 0 ? (carried * carriedMean + grown * moved) / total : moved;
        carried = total;
        chance[last] = carried;
        mean[last] = carriedMean;
      } else {
        chance[r + 1] = grown;
        mean[r + 1] = moved;
      }
    }
    chance[0] = fresh;
    mean[0] = priorMean;
    longest = Math.min(longest + 1, last);
    normalise();
    return statistic() > threshold;
  }

  private void normalise() {
    double sum = 0;
    for (int r = 0; r <= longest; r++) {
      sum += chance[r];
    }
    if (!(sum > Double.MIN_NORMAL)) { // a number that no run explains: a new run
      Arrays.fill(chance, 0, longest + 1, 0);
      chance[0] = 1;
      return;
    }
    for (int r = 0; r <= longest; r++) {
      chance[r] /= sum;
    }
  }

  /**
   * {@return the chance that the present run is exactly so long; the longest kept stands for all longer ones}
   *
   * @param runLength in steps, &gt;= 0
   */
  public double chance(int runLength) {
    return runLength <= longest ? chance[runLength] : 0;
  }

  /**
   * {@return the chance that the present run is at most so long}
   *
   * @param runLength in steps, &gt;= 0
   */
  public double atMost(int runLength) {
    double sum = 0;
    for (int r = 0; r <= Math.min(runLength, longest); r++) {
      sum += chance[r];
    }
    return sum;
  }

  /** {@return the likeliest length of the present run, the shortest of equals} */
  public int likeliest() {
    int best = 0;
    for (int r = 1; r <= longest; r++) {
      best = chance[r] > chance[best] ? r : best;
    }
    return best;
  }

  /** Chance that the run is at most as long as the window; 0 while no run can be longer. */
  @Override
  public double statistic() {
    return longest <= window ? 0 : atMost(window);
  }

  @Override
  public double threshold() {
    return threshold;
  }

  @Override
  public void reset() {
    Arrays.fill(chance, 0);
    chance[0] = 1;
    mean[0] = priorMean;
    longest = 0;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(longest);
    for (int r = 0; r <= longest; r++) {
      out.writeDouble(chance[r]);
      out.writeDouble(mean[r]);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    reset();
    longest = in.readInt();
    for (int r = 0; r <= longest; r++) {
      chance[r] = in.readDouble();
      mean[r] = in.readDouble();
    }
  }
}
