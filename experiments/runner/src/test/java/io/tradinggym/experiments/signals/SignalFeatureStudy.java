package io.tradinggym.experiments.signals;

import io.tradinggym.experiments.run.Trial;
import java.util.Locale;

/**
 * What a signal is worth to PPO as a feature: the same agents with and without it, on a market that carries a linear
 * signal of .2 and on noise, ten seeds, mean log wealth of a year over 200 paths that no agent trained on.
 */
public final class SignalFeatureStudy {
  private static final String CONFIG =
      """
      market: {simulated: "%s"}
      environment:
        id: Stock-v1
        lanes: 32
        options: {features: [volume20, ewma0.94%s], levels: 2, episode: 252}
      algorithm: {name: ppo, steps: %d, rolloutSteps: 64, minibatch: 512, epochs: 4,
        learningRate: 1e-3, gamma: 0.9, hidden: [16], normalizeRewards: true}
      evaluation: {validations: 1, validationPaths: 200, paths: 1}
      """;
  private static final String SIGNAL =
      ", \"signal(xgb, horizon=1, features=(logReturn(1), logReturn(2), rsi(14), ROC_10))\"";

  private SignalFeatureStudy() {}

  /** Arguments: steps of a training, seeds. */
  public static void main(String[] args) {
    int steps = args.length > 0 ? Integer.parseInt(args[0]) : 50_000;
    int seeds = args.length > 1 ? Integer.parseInt(args[1]) : 10;
    for (String market : new String[] {"autoregressive:0.2", "autoregressive:0"}) {
      double sum = 0;
      double squares = 0;
      for (int seed = 1; seed <= seeds; seed++) {
        double with = Trial.run(CONFIG.formatted(market, SIGNAL, steps), seed).validation();
        double without = Trial.run(CONFIG.formatted(market, "", steps), seed).validation();
        double gain = with - without;
        sum += gain;
        squares += gain * gain;
        System.out.printf(
            Locale.ROOT, "%s seed %d: with %.4f, without %.4f%n", market, seed, with, without);
      }
      double mean = sum / seeds;
      double error = Math.sqrt((squares / seeds - mean * mean) / (seeds - 1));
      System.out.printf(
          Locale.ROOT,
          "%s: the signal adds %.4f to the log wealth of a year, t = %.1f over %d seeds%n",
          market,
          mean,
          mean / error,
          seeds);
    }
  }
}
