package io.tradinggym.benchmarks;

import io.tradinggym.api.Environment;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Step;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.options.board.MarketOptions;
import io.tradinggym.options.trading.OptionInfo;
import io.tradinggym.options.trading.OptionStrategies;
import io.tradinggym.options.trading.StrategyKind;
import io.tradinggym.options.trading.StrategyRule;
import io.tradinggym.options.trading.StrategyTask;
import java.util.Locale;

/**
 * What every strategy of {@code OptionStrategies-v1} earns when it is always held, in a fair market and with a variance
 * premium: mean and standard error per episode of half a year, in % of the starting cash.
 *
 * <p>Arguments: episodes (2000), premium (1.3).
 */
public final class StrategyStudy {
  private static final StrategyTask TASK = StrategyTask.DEFAULT;

  private StrategyStudy() {}

  /** Runs it. */
  public static void main(String[] args) {
    int episodes = args.length > 0 ? Integer.parseInt(args[0]) : 2000;
    double premium = args.length > 1 ? Double.parseDouble(args[1]) : 1.3;
    System.out.println(
        "| | fair, before costs | fair, after | premium " + premium + ", before costs | after |");
    System.out.println("|---|---|---|---|---|");
    for (StrategyKind kind : StrategyKind.ALL) {
      String name = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      row(name, StrategyRule.always(kind), episodes, premium);
    }
    row("no trade", StrategyRule.NO_TRADE, episodes, premium);
    StrategyRule random = StrategyRule.random(RandomStreams.of(3).stream("random trader"));
    row("random", random, episodes, premium);
  }

  private static void row(String name, StrategyRule rule, int episodes, double premium) {
    String fair = play(rule, episodes, 1);
    System.out.println("| " + name + " | " + fair + " | " + play(rule, episodes, premium) + " |");
  }

  private static String play(StrategyRule rule, int episodes, double premium) {
    double[] before = new double[2];
    double[] after = new double[2];
    try (Environment env =
        Gym.vector(OptionStrategies.ID)
            .option(MarketOptions.PREMIUM, premium)
            .option(MarketOptions.PREMIUM_VOLATILITY, 0.0)
            .single()) {
      env.reset(11);
      for (int i = 0; i < episodes; i++) {
        Step step = env.last();
        while (!env.ended()) {
          step = env.step(rule.act(step.mask()));
        }
        double profit = step.info(OptionInfo.EQUITY) - TASK.account().cash();
        add(after, 100 * profit / TASK.account().cash());
        add(before, 100 * (profit + step.info(OptionInfo.COSTS)) / TASK.account().cash());
        env.reset();
      }
    }
    return text(before, episodes) + " | " + text(after, episodes);
  }

  private static void add(double[] sums, double value) {
    sums[0] += value;
    sums[1] += value * value;
  }

  private static String text(double[] sums, int count) {
    double mean = sums[0] / count;
    double error = Math.sqrt(Math.max(sums[1] / count - mean * mean, 0) / count);
    return String.format(Locale.ROOT, "%+.2f ± %.2f", mean, error);
  }
}
