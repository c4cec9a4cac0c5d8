package io.tradinggym.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.api.EndReason;
import io.tradinggym.api.Environment;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Step;
import io.tradinggym.options.board.ChainHistory;
import io.tradinggym.options.board.MarketOptions;
import io.tradinggym.options.hedging.CallMarket;
import io.tradinggym.options.hedging.HedgeRule;
import io.tradinggym.options.hedging.HedgingRisk;
import io.tradinggym.options.hedging.HedgingTask;
import io.tradinggym.options.hedging.HestonCall;
import io.tradinggym.options.hedging.HestonMarket;
import io.tradinggym.options.trading.OptionInfo;
import io.tradinggym.options.trading.OptionStrategies;
import io.tradinggym.options.trading.StrategyKind;
import io.tradinggym.options.trading.StrategyTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of the guide to the option environments. */
class OptionEnvironmentsGuideTest {
  @Test
  void aCondorIsRolledWheneverItHasEarnedSomething() {
    StrategyTask task = StrategyTask.DEFAULT;
    Environment env = Gym.make("OptionStrategies-v1");
    env.reset(42);
    Step step = env.step(task.open(StrategyKind.IRON_CONDOR, 0));
    while (!env.ended()) {
      boolean profit = step.observation()[32] > 0.05;
      boolean roll = profit && step.mask()[OptionStrategies.ROLL];
      step = env.step(roll ? OptionStrategies.ROLL : OptionStrategies.HOLD);
    }
    System.out.println(step.info(OptionInfo.EQUITY) + " " + env.endReason());
    assertThat(step.info(OptionInfo.COSTS)).isPositive();
    env.close();
  }

  @Test
  void chainsOfTwoDaysAreTraded(@TempDir Path folder) throws IOException {
    for (String day : new String[] {"20250915", "20250916"}) {
      StringBuilder rows = new StringBuilder("Type,Strike,Bid,Ask,Expiration\n");
      for (int strike = 80; strike <= 120; strike += 5) {
        double call = Math.max(100 - strike, 0) + 4;
        double put = Math.max(strike - 100, 0) + 4;
        rows.append(row("call", strike, call)).append(row("put", strike, put));
      }
      Files.writeString(folder.resolve("XYZ_" + day + ".csv"), rows);
    }
    ChainHistory history = ChainHistory.read(folder);
    Environment env =
        Gym.make("OptionStrategies-v1", options -> options.set(MarketOptions.CHAINS, history));
    try (env) {
      env.reset(1);
      env.step(StrategyTask.DEFAULT.open(StrategyKind.LONG_STRADDLE, 0));
      assertThat(env.last().info(OptionInfo.UNITS)).isPositive();
      assertThat(env.endReason()).isEqualTo(EndReason.END_OF_DATA);
    }
  }

  @Test
  void hedgingVolatilitysMovesLeavesLessVariance() {
    HedgingTask task = HedgingTask.DEFAULT;
    CallMarket market = new HestonCall(task, HestonMarket.DEFAULT);
    HedgingRisk delta = HedgingRisk.of(task, market, HedgeRule.DELTA, 20_000, 1);
    HedgingRisk least = HedgingRisk.of(task, market, HedgeRule.LEAST_VARIANCE, 20_000, 1);
    assertThat(least.deviation()).isLessThan(delta.deviation());
  }

  private static String row(String type, int strike, double value) {
    return String.format(
        Locale.ROOT, "%s,%d,%.2f,%.2f,2025-10-17%n", type, strike, value - 0.05, value + 0.05);
  }
}
