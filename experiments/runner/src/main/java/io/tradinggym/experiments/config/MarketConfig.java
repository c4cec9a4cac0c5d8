package io.tradinggym.experiments.config;

/** What is traded: files, or a law. */
public sealed interface MarketConfig permits CryptoConfig, HistoryConfig, SimulatedConfig {
  /** Files if the configuration names a folder of data (crypto if it names a file), else a simulated market. */
  static MarketConfig read(Keys keys) {
    if (keys.has("file")) {
      return CryptoConfig.read(keys);
    }
    return keys.has("data") ? HistoryConfig.read(keys) : SimulatedConfig.read(keys);
  }
}
