package io.tradinggym.market.feature;

import io.tradinggym.api.random.RandomStreams;
import java.lang.management.ManagementFactory;

/** Nanoseconds of CPU that features cost per asset and bar; run by hand. */
final class FeatureTiming {
  private FeatureTiming() {}

  public static void main(String[] args) {
    Quotes quotes = Quotes.random(10, 252, RandomStreams.of(1).stream("quotes"));
    time("default, " + FeatureSet.DEFAULT.size() + " features", FeatureSet.DEFAULT, quotes);
    for (Feature feature : AllFeatures.LIST) {
      time(feature.name(), FeatureSet.of(feature), quotes);
    }
    time("default again, all indicators loaded", FeatureSet.DEFAULT, quotes);
    time("all, " + AllFeatures.SET.size() + " features", AllFeatures.SET, quotes);
  }

  private static void time(String name, FeatureSet set, Quotes quotes) {
    FeatureTable table = new FeatureTable(set, quotes.instruments(), quotes);
    double best = Double.POSITIVE_INFINITY;
    for (int round = 0; round < 8; round++) {
      long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      for (int i = 0; i < 300; i++) {
        table.refill();
      }
      long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
      best = Math.min(best, (double) nanos / 300 / quotes.length() / quotes.assets());
    }
    System.out.printf("%-40s %6.1f ns per asset and bar%n", name, best);
  }
}
