package io.tradinggym.data.trades;

/**
 * Trades in order.
 *
 * @param price of each, > 0
 * @param quantity of each, > 0
 * @param side of each: 1 if the buyer took liquidity, -1 if the seller did
 */
public record TradeTape(double[] price, double[] quantity, int[] side) {
  /** Checks lengths and values. */
  public TradeTape {
    if (quantity.length != price.length || side.length != price.length) {
      throw new IllegalArgumentException(
          "columns must have "
              + price.length
              + " rows, had "
              + quantity.length
              + " and "
              + side.length);
    }
    for (int i = 0; i < price.length; i++) {
      if (!(price[i] > 0 && quantity[i] > 0) || Math.abs(side[i]) != 1) {
        throw new IllegalArgumentException(
            "trade "
                + i
                + " must have price and quantity above 0 and side 1 or -1, was "
                + price[i]
                + ", "
                + quantity[i]
                + ", "
                + side[i]);
      }
    }
  }

  /** {@return the number of trades} */
  public int size() {
    return price.length;
  }

  /** {@return the traded quantity of all trades} */
  public double volume() {
    double sum = 0;
    for (double each : quantity) {
      sum += each;
    }
    return sum;
  }

  /** {@return the share of the quantity that buyers took, 0 .. 1; NaN without a trade} */
  public double buyerShare() {
    double sum = 0;
    for (int i = 0; i < price.length; i++) {
      sum += side[i] > 0 ? quantity[i] : 0;
    }
    return sum / volume();
  }

  /**
   * {@return the side of each trade by the tick rule of Lee and Ready: 1 up is a buy, -1 down a sale, unchanged as the
   * one before; 0 before the first change}
   */
  public int[] tickRule() {
    int[] sides = new int[price.length];
    for (int i = 1; i < price.length; i++) {
      double change = price[i] - price[i - 1];
      sides[i] = change > 0 ? 1 : change < 0 ? -1 : sides[i - 1];
    }
    return sides;
  }

  /**
   * {@return the imbalance of buckets of equal volume: {@code |bought - sold| / volume} of each, trades split at the
   * edges; what is left over is no bucket} Their mean over a window is VPIN.
   *
   * @param bucket volume of a bucket, > 0
   * @see <a href="https://doi.org/10.1093/rfs/hhs053">Easley, Lopez de Prado and O'Hara (2012)</a>
   */
  public double[] bucketImbalances(double bucket) {
    if (!(bucket > 0)) {
      throw new IllegalArgumentException("bucket must be > 0, was " + bucket);
    }
    // The last bucket may lack a rounding error.
    int buckets = (int) Math.floor(volume() / bucket + 1e-9);
    double[] imbalances = new double[buckets];
    int at = 0;
    double filled = 0;
    double signed = 0;
    for (int i = 0; i < price.length && at < buckets; i++) {
      double left = quantity[i];
      while (left >= bucket - filled && at < buckets) {
        double part = bucket - filled;
        imbalances[at++] = Math.abs(signed + side[i] * part) / bucket;
        left -= part;
        filled = 0;
        signed = 0;
      }
      filled += left;
      signed += side[i] * left;
    }
    if (at < buckets) {
      imbalances[at] = Math.abs(signed) / bucket;
    }
    return imbalances;
  }

  /**
   * {@return the VPIN, in [0, 1]: mean imbalance of the last so many buckets}
   *
   * @param bucket volume of a bucket, &gt; 0
   * @param buckets how many of the last, 1 to as many as the trades fill
   */
  public double vpin(double bucket, int buckets) {
    double[] imbalances = bucketImbalances(bucket);
    if (buckets < 1 || buckets > imbalances.length) {
      throw new IllegalArgumentException(
          "buckets must be in 1 .. " + imbalances.length + ", was " + buckets);
    }
    double sum = 0;
    for (int i = imbalances.length - buckets; i < imbalances.length; i++) {
      sum += imbalances[i];
    }
    return sum / buckets;
  }

  /**
   * {@return Kyle's lambda: slope of the price change from one group of trades to the next on the latter's signed
   * quantity, with an intercept}
   *
   * @param group trades in one, >= 1; there have to be at least four groups
   * @see <a href="https://doi.org/10.2307/1913210">Kyle (1985)</a>
   */
  public Impact impact(int group) {
    int groups = group < 1 ? 0 : price.length / group;
    if (groups < 4) {
      throw new IllegalArgumentException(
          "there must be at least four groups of >= 1 trades, group was "
              + group
              + " of "
              + price.length);
    }
    double[] change = new double[groups - 1];
    double[] flow = new double[groups - 1];
    for (int g = 1; g < groups; g++) {
      change[g - 1] = price[(g + 1) * group - 1] - price[g * group - 1];
      for (int i = g * group; i < (g + 1) * group; i++) {
        flow[g - 1] += side[i] * quantity[i];
      }
    }
    return Impact.regress(flow, change);
  }

  /**
   * {@return the quantity traded by price: number i is what traded from {@code low + i width} up to the next, the
   * highest price included}
   *
   * @param low price where the first bin begins
   * @param width of a bin, in price, > 0
   * @param bins number of bins, >= 0
   */
  public double[] volumeProfile(double low, double width, int bins) {
    double[] profile = new double[bins];
    for (int i = 0; i < price.length; i++) {
      int bin = (int) Math.floor((price[i] - low) / width);
      if (bin == bins && price[i] == low + bins * width) {
        bin--;
      }
      if (bin >= 0 && bin < bins) {
        profile[bin] += quantity[i];
      }
    }
    return profile;
  }

  /**
   * A price move on the signed quantity.
   *
   * @param lambda slope, price per quantity
   * @param rSquared share of variance explained, in [0, 1]
   */
  public record Impact(double lambda, double rSquared) {
    static Impact regress(double[] x, double[] y) {
      double mx = mean(x);
      double my = mean(y);
      double xx = 0;
      double xy = 0;
      double yy = 0;
      for (int i = 0; i < x.length; i++) {
        xx += (x[i] - mx) * (x[i] - mx);
        xy += (x[i] - mx) * (y[i] - my);
        yy += (y[i] - my) * (y[i] - my);
      }
      return xx > 0 && yy > 0 ? new Impact(xy / xx, xy * xy / (xx * yy)) : new Impact(0, 0);
    }

    private static double mean(double[] x) {
      double sum = 0;
      for (double each : x) {
        sum += each;
      }
      return sum / x.length;
    }
  }
}
