package io.tradinggym.examples.lessons;

import io.tradinggym.api.Environment;
import io.tradinggym.api.Gym;
import io.tradinggym.examples.lessons.twin.Foresight;
import io.tradinggym.examples.lessons.twin.SpreadTrading;
import java.util.Map;
import java.util.function.DoubleSupplier;

/** Numbers of the lessons on algorithms. */
final class AlgorithmKeys {
  private AlgorithmKeys() {}

  static void into(Map<String, DoubleSupplier> keys) {
    keys.put("05/one-step", () -> -(0.8 * 2 - 0.3 - 2) - 0.1);
    keys.put("05/reversal", AlgorithmKeys::reversal);
    keys.put("05/deviation", AlgorithmKeys::deviation);
    keys.put("07/up-better", () -> surrogate(1.5, 2));
    keys.put("07/up-worse", () -> surrogate(1.5, -2));
    keys.put("07/ratio", () -> Math.exp(-1.5 + 1.6));
    keys.put("07/entropy", () -> Math.log(3));
    keys.put("11/plan", AlgorithmKeys::plan);
    keys.put("11/share", () -> 5 - 2);
  }

  /** The same noise, once kept long and once reversed: the rewards differ by the move and by the cost. */
  private static double reversal() {
    double kept = second(2);
    double reversed = second(0);
    try (Environment env = Gym.of(() -> new SpreadTrading(false))) {
      env.reset(1);
      float before = env.step(2).observation()[0];
      float after = env.step(2).observation()[0];
      return kept - reversed - 2 * (after - before);
    }
  }

  private static double second(int action) {
    try (Environment env = Gym.of(() -> new SpreadTrading(false))) {
      env.reset(1);
      env.step(2);
      return env.step(action).reward();
    }
  }

  private static double deviation() {
    double variance = 0;
    for (int i = 0; i < 500; i++) {
      variance = 0.64 * variance + 1;
    }
    return Math.sqrt(variance);
  }

  private static double surrogate(double ratio, double advantage) {
    return Math.min(ratio * advantage, Math.clamp(ratio, 0.8, 1.2) * advantage);
  }

  private static double plan() {
    double[] returns = {0.02, -0.01, 0.02};
    double[] wealth = Foresight.wealth(returns, Foresight.oracle(returns, 0.003), 0.003);
    return wealth[3];
  }
}
