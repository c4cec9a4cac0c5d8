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
 * @param allocation part of the difference by segment, as a fraction
 * @param selection part of the difference by segment, as a fraction
 * @param interaction part of the difference by segment, as a fraction
 * @see <a href="https://www.jstor.org/stable/4478947">Brinson, Hood and Beebower (1986), Determinants of portfolio
 *     performance</a>
 */
@SuppressWarnings("ArrayRecordComponent") // Measurements, never compared.
public record Brinson(double[] allocation, double[] selection, double[] interaction) {
  /**
   * Takes the difference apart.
   *
   * @param weights of the portfolio by segment, fractions
   * @param benchmarkWeights of the benchmark by segment, fractions; as many
   * @param returns of the portfolio's segments, fractions; as many
   * @param benchmarkReturns of the benchmark's segments, fractions; as many
   * @return the parts, which add up
   * @throws IllegalArgumentException unless all four have as many segments
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

  /** {@return the sum of the allocation over all segments} */
  public double totalAllocation() {
    return sum(allocation);
  }

  /** {@return the sum of the selection over all segments} */
  public double totalSelection() {
    return sum(selection);
  }

  /** {@return the sum of the interaction over all segments} */
  public double totalInteraction() {
    return sum(interaction);
  }

  /** {@return the return of the portfolio less that of the benchmark} */
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
