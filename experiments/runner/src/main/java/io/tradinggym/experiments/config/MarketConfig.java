package io.tradinggym.experiments.config;

/** What is traded: files, or a law. */
public sealed interface MarketConfig permits HistoryConfig, SimulatedConfig {
  /** Files if the configuration names a folder of data, else a simulated market. */
  static MarketConfig read(Keys keys) {
    return keys.has("data") ? HistoryConfig.read(keys) : SimulatedConfig.read(keys);
  }
}
