package io.tradinggym.experiments.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * Every configuration that was tried, so that the best of them is judged as the best of many: with N trials and the
 * variance of their Sharpe ratios the deflated Sharpe ratio follows. A trial left out makes luck look like skill.
 *
 * <p>A trial whose ratio is undefined (it never traded) counts as a trial, with the variance of a worthless one. Trials
 * are taken as independent, which errs on the side of doubt.
 */
public final class TrialLedger {
  private final List<Trial> trials = new ArrayList<>();

  /**
   * One configuration and its result.
   *
   * @param name as the manifest names it
   * @param sharpe per period, not annualised, risk-free rate zero; NaN if undefined
   * @param periods length of the evaluation
   */
  public record Trial(String name, double sharpe, int periods) {
    public Trial {
      if (Double.isInfinite(sharpe)) {
        throw new IllegalArgumentException(
            "sharpe must be finite, or NaN if undefined, was " + sharpe);
      }
      if (periods < 0) {
        throw new IllegalArgumentException("periods must be >= 0, was " + periods);
      }
    }
  }

  /** Enters a trial by its period returns. */
  public void add(String name, double[] returns) {
    add(new Trial(name, Returns.sharpe(returns, 0, 1), returns.length));
  }

  /** Enters a trial, such as one read from a manifest. */
  public void add(Trial trial) {
    trials.add(trial);
  }

  /** The trials in order of entry. */
  public List<Trial> trials() {
    return List.copyOf(trials);
  }

  /**
   * Variance of the ratios, per period; 0 for a single trial.
   *
   * @param periods of the ratio that is judged by it: see {@link SharpeInference#trialVariance}
   */
  public double sharpeVariance(int periods) {
    return SharpeInference.trialVariance(
        trials.stream().mapToDouble(Trial::sharpe).toArray(), periods);
  }

  /**
   * Probability that the chosen trial's true Sharpe ratio exceeds what the best of this many worthless trials would
   * show.
   *
   * @param returns of the chosen trial, which must have been entered
   */
  public double deflatedSharpe(double[] returns) {
    if (trials.isEmpty()) {
      throw new IllegalArgumentException(
          "the ledger must hold at least the chosen trial, was empty");
    }
    return SharpeInference.deflated(returns, sharpeVariance(returns.length), trials.size());
  }
}
