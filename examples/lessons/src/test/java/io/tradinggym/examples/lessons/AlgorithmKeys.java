package io.tradinggym.examples.lessons;

import io.tradinggym.api.Environment;
import io.tradinggym.api.Gym;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.examples.lessons.twin.FiveStates;
import io.tradinggym.examples.lessons.twin.Foresight;
import io.tradinggym.examples.lessons.twin.SpreadTrading;
import io.tradinggym.experiments.statistics.Returns;
import io.tradinggym.experiments.statistics.SharpeInference;
import io.tradinggym.market.reward.RewardFunction;
import io.tradinggym.market.reward.RewardInput;
import io.tradinggym.reward.Rewards;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleSupplier;

/** Numbers of the lessons on algorithms. */
final class AlgorithmKeys {
  private AlgorithmKeys() {}

  static void into(Map<String, DoubleSupplier> keys) {
    keys.put("05/one-step", () -> -(0.8 * 2 - 0.3 - 2) - 0.1);
    keys.put("05/reversal", AlgorithmKeys::reversal);
    keys.put("05/deviation", AlgorithmKeys::deviation);
    keys.put("06/update", () -> 2 + 0.5 * (1 + FiveStates.DISCOUNT * 10 - 2));
    keys.put("06/last", () -> 2 + 0.5 * (1 - 2));
    keys.put("06/forever", () -> 1 / (1 - FiveStates.DISCOUNT));
    keys.put("06/empty", () -> FiveStates.exact()[0][0]);
    keys.put("07/up-better", () -> surrogate(1.5, 2));
    keys.put("07/up-worse", () -> surrogate(1.5, -2));
    keys.put("07/ratio", () -> Math.exp(-1.5 + 1.6));
    keys.put("07/entropy", () -> Math.log(3));
    keys.put("08/double", () -> 1 + 0.9 * new double[] {2, 9}[0]);
    keys.put("08/single", () -> 1 + 0.9 * Math.max(2, 9));
    keys.put("08/end", () -> 1);
    keys.put("08/huber", () -> 1 * (3 - 0.5));
    keys.put("09/e", () -> Math.exp(1));
    keys.put("09/coin", AlgorithmKeys::coin);
    keys.put("09/most", () -> Math.log(3));
    keys.put("09/soft", () -> 1 / (1 + Math.exp(-0.5 / 0.5)));
    keys.put("09/cost", () -> 100 * 0.1 * coin());
    keys.put("10/sum", () -> logReturns(100, 50, 100));
    keys.put("10/simple", () -> Arrays.stream(Returns.ofEquity(new double[] {100, 50, 100})).sum());
    keys.put("10/log", () -> logReturns(100, 110));
    keys.put("10/drag", () -> 100 * 0.2 * 0.2 / 2);
    keys.put("11/plan", AlgorithmKeys::plan);
    keys.put("11/share", () -> 5 - 2);
    keys.put("12/max", () -> SharpeInference.expectedMaximum(200));
    keys.put("12/hurdle", () -> SharpeInference.expectedMaximum(200) / Math.sqrt(4));
    keys.put("12/one", () -> SharpeInference.expectedMaximum(1));
    keys.put("12/track", AlgorithmKeys::track);
    DataKeys.into(keys);
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

  private static double track() {
    return SharpeInference.minimumTrackRecord(1 / Math.sqrt(252), 0, 0, 3, 0.95) / 252;
  }

  /** Sum of the library's rewards over a path of wealth. */
  private static double logReturns(double... wealth) {
    RewardFunction reward = Rewards.logReturn().create();
    reward.reset(wealth[0]);
    double sum = 0;
    for (int i = 1; i < wealth.length; i++) {
      RewardInput step = new RewardInput();
      step.equityBefore = wealth[i - 1];
      step.equityAfter = wealth[i];
      sum += reward.reward(step);
    }
    return sum;
  }

  /** Units a step that the environment counts when positions are drawn by chance. */
  private static double coin() {
    LongAdder traded = new LongAdder();
    int steps = 0;
    try (Environment env = Gym.of(() -> new SpreadTrading(false, traded))) {
      RandomStream coin = RandomStreams.of(9).stream("coin");
      for (int episode = 0; episode < 500; episode++) {
        env.reset(episode);
        while (!env.ended()) {
          env.step(coin.integer(3));
          steps++;
        }
      }
    }
    return traded.sum() / (double) steps;
  }
}
