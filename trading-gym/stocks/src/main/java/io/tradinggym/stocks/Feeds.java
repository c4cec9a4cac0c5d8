package io.tradinggym.stocks;

import java.util.function.Supplier;

/** Chooses what an environment trades on. */
final class Feeds {
  private static final int DEFAULT_EPISODE = 252;

  private Feeds() {}

  static Supplier<Feed> of(Settings settings, int assets) {
    int steps = settings.episode() == 0 ? DEFAULT_EPISODE : settings.episode();
    int length = FeatureColumns.WARM_UP + settings.window() + steps + 1;
    return () -> new SimulatedFeed(assets, length);
  }
}
