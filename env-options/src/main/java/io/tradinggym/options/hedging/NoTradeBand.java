package io.tradinggym.options.hedging;

/**
 * Between which of evenly spaced hedges nothing is traded: outside, it pays to go to the nearer edge.
 *
 * @param low the lower edge, an index
 * @param high the upper edge, an index
 */
record NoTradeBand(int low, int high) {
  /**
   * Finds the band, and turns {@code G} into {@code J}: outside the band it rises with the costs of going there.
   *
   * @param costs G of each hedge; J afterwards
   * @param each what a trade from one hedge to the next costs
   */
  static NoTradeBand of(double[] costs, double each) {
    int last = costs.length - 1;
    int low = 0;
    while (low < last && costs[low + 1] + each < costs[low]) {
      low++;
    }
    int high = last;
    while (high > low && costs[high - 1] + each < costs[high]) {
      high--;
    }
    for (int j = low - 1; j >= 0; j--) {
      costs[j] = costs[low] + (low - j) * each;
    }
    for (int j = high + 1; j <= last; j++) {
      costs[j] = costs[high] + (j - high) * each;
    }
    return new NoTradeBand(low, high);
  }
}
