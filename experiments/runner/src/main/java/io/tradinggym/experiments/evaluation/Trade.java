package io.tradinggym.experiments.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * A change of position over one step, read from the reported weights: quantity = weight x equity / price, before and
 * after.
 *
 * @param step in which it was filled; it was decided at the observation before
 * @param time close of that bar, epoch milliseconds; 0 where no time is reported
 * @param asset number of the asset
 * @param quantity units, positive bought, negative sold
 * @param close price at the close of that bar
 */
public record Trade(int step, long time, int asset, double quantity, double close) {
  /** Positions come back as quotients of doubles: less than this, relative to the position, is no trade. */
  private static final double TOLERANCE = 1e-6;

  /** Positions are whole lots; closer than this to a whole number, they are taken to be one. */
  private static final double WHOLE = 1e-4;

  /** All trades of an episode, by step. */
  public static List<Trade> of(Trajectory episode) {
    List<Trade> trades = new ArrayList<>();
    double[] equity = episode.info("equity");
    double[] time = episode.has("time") ? episode.info("time") : new double[equity.length];
    for (int t = 1; t < equity.length; t++) {
      for (int asset = 0; asset < episode.assets(); asset++) {
        double[] weight = episode.info("weight_" + asset);
        double[] price = episode.info("price_" + asset);
        double before = quantity(weight[t - 1], equity[t - 1], price[t - 1]);
        double after = quantity(weight[t], equity[t], price[t]);
        double change = after - before;
        if (Math.abs(change) > TOLERANCE * Math.max(1, Math.abs(after))) {
          trades.add(new Trade(t, (long) time[t], asset, rounded(change), price[t]));
        }
      }
    }
    return trades;
  }

  private static double quantity(double weight, double equity, double price) {
    return price == 0 ? 0 : rounded(weight * equity / price);
  }

  private static double rounded(double quantity) {
    double whole = Math.rint(quantity);
    return Math.abs(quantity - whole) < WHOLE ? whole : quantity;
  }
}
