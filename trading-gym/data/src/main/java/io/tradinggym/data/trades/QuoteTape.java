package io.tradinggym.data.trades;

/**
 * Best quotes in order.
 *
 * @param bid best price of buyers, one a quote, > 0
 * @param bidSize quantity there, >= 0
 * @param ask best price of sellers, one a quote, >= bid
 * @param askSize quantity there, >= 0
 */
public record QuoteTape(double[] bid, double[] bidSize, double[] ask, double[] askSize) {
  /** Checks lengths and that no bid is above its ask. */
  public QuoteTape {
    int n = bid.length;
    if (bidSize.length != n || ask.length != n || askSize.length != n) {
      throw new IllegalArgumentException("all columns must have " + n + " rows");
    }
    for (int i = 0; i < n; i++) {
      if (!(bid[i] > 0 && ask[i] >= bid[i] && bidSize[i] >= 0 && askSize[i] >= 0)) {
        throw new IllegalArgumentException(
            "quote "
                + i
                + " must have 0 < bid <= ask and sizes >= 0, was "
                + bid[i]
                + " x "
                + bidSize[i]
                + ", "
                + ask[i]
                + " x "
                + askSize[i]);
      }
    }
  }

  /** {@return the number of quotes} */
  public int size() {
    return bid.length;
  }

  /**
   * {@return the order-flow imbalance of a quote against the one before, in quantity: what came to the bid and left it,
   * less the same of the ask}
   *
   * @param i index of the quote, from 1
   * @see <a href="https://doi.org/10.1093/jjfinec/nbt003">Cont, Kukanov and Stoikov (2014), eq. 4</a>
   */
  public double orderFlow(int i) {
    double flow = 0;
    flow += bid[i] >= bid[i - 1] ? bidSize[i] : 0;
    flow -= bid[i] <= bid[i - 1] ? bidSize[i - 1] : 0;
    flow -= ask[i] <= ask[i - 1] ? askSize[i] : 0;
    flow += ask[i] >= ask[i - 1] ? askSize[i - 1] : 0;
    return flow;
  }

  /**
   * {@return the sum of order-flow imbalances of some quotes, in quantity}
   *
   * @param from index of the first quote, from 1
   * @param to index after the last quote
   */
  public double orderFlow(int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += orderFlow(i);
    }
    return sum;
  }

  /**
   * {@return the imbalance of sizes, {@code (bid size - ask size) / (bid size + ask size)}, -1 .. 1; 0 if nothing is
   * quoted}
   *
   * @param i index of the quote, from 0
   */
  public double imbalance(int i) {
    double both = bidSize[i] + askSize[i];
    return both > 0 ? (bidSize[i] - askSize[i]) / both : 0;
  }

  /**
   * {@return the mean of bid and ask, each weighted by the size on the other side; their middle if nothing is quoted}
   *
   * @param i index of the quote, from 0
   */
  public double microprice(int i) {
    return 0.5 * (bid[i] + ask[i]) + 0.5 * imbalance(i) * (ask[i] - bid[i]);
  }
}
