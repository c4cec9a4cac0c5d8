package io.tradinggym.explain.memory.embedding;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Symbolic aggregate approximation: a shape as a short word, for indices and for people. Breakpoints make the letters
 * of a normal law equally likely.
 *
 * @param window bars, &gt;= 2
 * @param letters letters of a word, 1 to the window
 * @param alphabet different letters, 2 to 26
 * @see <a href="https://doi.org/10.1145/882082.882086">Lin et al. (2003), A symbolic representation of time series</a>
 */
public record Sax(int window, int letters, int alphabet) {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** Checks the numbers. */
  public Sax {
    if (window < 2 || letters < 1 || letters > window || alphabet < 2 || alphabet > 26) {
      throw new IllegalArgumentException(
          "needs letters <= window and an alphabet of 2 to 26, was "
              + letters
              + ", "
              + window
              + ", "
              + alphabet);
    }
  }

  /**
   * {@return the word of a window of prices}
   *
   * @param prices closes, &gt; 0
   * @param from index of the window's first close
   */
  public String word(double[] prices, int from) {
    return word(Windows.normalised(Windows.logs(prices, from, window)));
  }

  /** The word of a window that is normalised. */
  String word(double[] normalised) {
    double[] means = Windows.aggregated(normalised, letters);
    double scale = Math.sqrt((double) normalised.length / letters);
    StringBuilder word = new StringBuilder();
    for (double mean : means) {
      double rank = NORMAL.cumulativeProbability(mean / scale);
      word.append((char) ('a' + Math.min(alphabet - 1, (int) (rank * alphabet))));
    }
    return word.toString();
  }
}
