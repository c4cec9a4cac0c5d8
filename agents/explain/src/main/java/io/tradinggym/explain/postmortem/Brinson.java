package io.tradinggym.explain.postmortem;

/**
 * What a portfolio earned beside a benchmark, taken apart by segment (Brinson, Hood and Beebower):
 *
 * <pre>
 * allocation_i  = (wp_i - wb_i) rb_i          other weights in the benchmark's segments
 * selection_i   = wb_i (rp_i - rb_i)          other securities at the benchmark's weights
 * interaction_i = (wp_i - wb_i) (rp_i - rb_i)
 * </pre>
 *
 * <p>They sum to the difference of the returns. No segment's part is skill by itself.
 *
 * @param allocation by segment
 * @param selection by segment
 * @param interaction by segment
 * @see <a href="https://www.jstor.org/stable/4478947">Brinson, Hood and Beebower (1986), Determinants of portfolio
 *     performance</a>
 */
@SuppressWarnings("ArrayRecordComponent") // Measurements, never compared.
public record Brinson(double[] allocation, double[] selection, double[] interaction) {
  /**
   * Takes the difference apart.
   *
   * @param weights of the portfolio by segment
   * @param benchmarkWeights of the benchmark by segment
   * @param returns of the portfolio's segments
   * @param benchmarkReturns of the benchmark's segments
   * @return the parts, which add up
   */
  public static Brinson of(
      double[] weights, double[] benchmarkWeights, double[] returns, double[] benchmarkReturns) {
    int n = weights.length;
    if (benchmarkWeights.length != n || returns.length != n || benchmarkReturns.length != n) {
      throw new IllegalArgumentException("all four need " + n + " segments");
    }
    double[] allocation = new double[n];
    double[] selection = new double[n];
    double[] interaction = new double[n];
    for (int i = 0; i < n; i++) {
      double weight = weights[i] - benchmarkWeights[i];
      double excess = returns[i] - benchmarkReturns[i];
      allocation[i] = weight * benchmarkReturns[i];
      selection[i] = benchmarkWeights[i] * excess;
      interaction[i] = weight * excess;
    }
    return new Brinson(allocation, selection, interaction);
  }

  /** {@return all allocation} */
  public double totalAllocation() {
    return sum(allocation);
  }

  /** {@return all selection} */
  public double totalSelection() {
    return sum(selection);
  }

  /** {@return all interaction} */
  public double totalInteraction() {
    return sum(interaction);
  }

  /** {@return the return of the portfolio less return of the benchmark} */
  public double total() {
    return totalAllocation() + totalSelection() + totalInteraction();
  }

  private static double sum(double[] parts) {
    double sum = 0;
    for (double part : parts) {
      sum += part;
    }
    return sum;
  }
}
