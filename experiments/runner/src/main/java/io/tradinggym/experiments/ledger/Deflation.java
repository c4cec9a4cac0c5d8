package io.tradinggym.experiments.ledger;

import io.tradinggym.experiments.statistics.SharpeInference;
import java.util.List;
import java.util.Locale;

/**
 * What a result is worth as the best of so many trials.
 *
 * @param market what all of them traded
 * @param trials entered on this market, failed ones too
 * @param probability deflated Sharpe ratio: chance that the true ratio exceeds what the best of as many worthless
 *     trials would be expected to show; NaN where there is no ratio
 */
public record Deflation(String market, int trials, double probability) {
  /** What is asked of a claim. */
  public static final double CONFIDENCE = 0.95;

  /**
   * Judges returns by the trials on their market. Ratios are compared a year, whatever their bars; trials are taken as
   * independent, and those whose ratio is not known as worthless ones, which errs on the side of doubt.
   *
   * @param returns of the trial that is shown, per period, without overlap; none gives no probability
   * @param periodsPerYear of them in a year
   * @param rows trials on the market, the one shown among them
   */
  public static Deflation of(
      String market, double[] returns, double periodsPerYear, List<LedgerRow> rows) {
    int trials = Math.max(1, rows.size());
    if (returns.length < 2) {
      return new Deflation(market, trials, Double.NaN);
    }
    double period = Math.sqrt(periodsPerYear);
    double[] ratios = rows.stream().mapToDouble(row -> row.outcome().sharpe() / period).toArray();
    double variance = SharpeInference.trialVariance(ratios, returns.length);
    return new Deflation(market, trials, SharpeInference.deflated(returns, variance, trials));
  }

  /** The same of a ratio that strays by a factor further than that of as many returns by themselves. */
  public Deflation strayed(double factor) {
    return new Deflation(market, trials, SharpeInference.strayed(probability, factor));
  }

  /** One sentence for head lines. */
  public String sentence() {
    String of = trials == 1 ? "of the first trial" : "of " + trials + " trials";
    if (Double.isNaN(probability)) {
      return "The ledger holds "
          + trials
          + (trials == 1 ? " trial" : " trials")
          + " on "
          + market
          + ".";
    }
    return String.format(
        Locale.ROOT,
        "Deflated Sharpe %.2f %s on %s: %s.",
        probability,
        of,
        market,
        probability >= CONFIDENCE
            ? "it earns more than cash, and more than luck in so many trials would show"
            : "nothing was shown");
  }
}
