package io.tradinggym.benchmarks;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.agents.train.Episodes;
import io.tradinggym.agents.train.Schedule;
import io.tradinggym.agents.train.Training;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.options.hedging.HedgeAction;
import io.tradinggym.options.hedging.HedgeRule;
import io.tradinggym.options.hedging.HedgingOptions;
import io.tradinggym.options.hedging.HedgingRisk;
import io.tradinggym.options.hedging.HedgingTask;
import io.tradinggym.options.hedging.OptimalHedge;
import io.tradinggym.options.hedging.ShortCall;
import java.util.Locale;

/**
 * Trains PPO on {@code OptionHedging-v1} at a cost and prints its entropic risk beside that of the rules.
 *
 * <p>Arguments: cost (0.0005), seeds (3), training steps (1500000), paths of the judgement (200000).
 */
public final class HedgingStudy {
  private static final int LANES = 512;
  private static final long JUDGEMENT = 1_000_003;

  private HedgingStudy() {}

  /** Runs it. */
  public static void main(String[] args) {
    double cost = args.length > 0 ? Double.parseDouble(args[0]) : 0.0005;
    int seeds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
    long steps = args.length > 2 ? Long.parseLong(args[2]) : 1_500_000;
    int paths = args.length > 3 ? Integer.parseInt(args[3]) : 200_000;
    HedgingTask task = HedgingTask.DEFAULT.withCost(cost);
    print("delta", HedgingRisk.of(task, HedgeRule.DELTA, paths, JUDGEMENT));
    print("Leland", HedgingRisk.of(task, HedgeRule.leland(task), paths, JUDGEMENT));
    print("Whalley-Wilmott", HedgingRisk.of(task, HedgeRule.BAND, paths, JUDGEMENT));
    print("exact optimum", HedgingRisk.of(task, new OptimalHedge(task), paths, JUDGEMENT));
    for (int seed = 1; seed <= seeds; seed++) {
      print("PPO, seed " + seed, judge(task, train(cost, steps, seed), paths));
    }
  }

  private static VectorEnvironment environment(double cost) {
    return Gym.vector("OptionHedging-v1")
        .option(HedgingOptions.COST, cost)
        .option(HedgingOptions.ACTIONS, HedgeAction.BAND)
        .lanes(LANES)
        .autoReset(AutoReset.SAME_STEP)
        .make();
  }

  private static Policy train(double cost, long steps, int seed) {
    try (VectorEnvironment envs = environment(cost)) {
      return Ppo.settings()
          .rolloutSteps(30)
          .minibatch(3840)
          .epochs(5)
          .gamma(1)
          .lambda(0.9)
          .learningRate(Schedule.linear(1e-3))
          .build()
          .train(envs, Training.steps(steps), Training.seed(seed));
    }
  }

  /** By the environment's own rewards: they sum to 1 - e^(-a Y), Y the profit with the premium. */
  private static HedgingRisk judge(HedgingTask task, Policy policy, int paths) {
    HedgingRisk.Sums sums = new HedgingRisk.Sums(task.aversion());
    double premium = new ShortCall(task).premium();
    try (VectorEnvironment envs = environment(task.cost())) {
      for (double total : Episodes.returns(policy, envs, paths, JUDGEMENT)) {
        double profit = -StrictMath.log(1 - total) / task.aversion();
        sums.add(profit - premium, 0);
      }
    }
    return sums.result();
  }

  private static void print(String name, HedgingRisk risk) {
    System.out.println(
        String.format(
            Locale.ROOT,
            "%-16s risk %.4f +- %.4f, mean %.4f, deviation %.4f",
            name,
            risk.risk(),
            risk.error(),
            risk.mean(),
            risk.deviation()));
  }
}
