package io.tradinggym.benchmarks;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.agents.ppo.PpoSettings;
import io.tradinggym.agents.train.Episodes;
import io.tradinggym.agents.train.Schedule;
import io.tradinggym.agents.train.Training;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.options.hedging.BlackScholesCall;
import io.tradinggym.options.hedging.CallMarket;
import io.tradinggym.options.hedging.HedgeAction;
import io.tradinggym.options.hedging.HedgeRule;
import io.tradinggym.options.hedging.HedgingMarket;
import io.tradinggym.options.hedging.HedgingOptions;
import io.tradinggym.options.hedging.HedgingRisk;
import io.tradinggym.options.hedging.HedgingTask;
import io.tradinggym.options.hedging.HestonCall;
import io.tradinggym.options.hedging.HestonMarket;
import io.tradinggym.options.hedging.OptimalHedge;
import io.tradinggym.options.hedging.OptimalHestonHedge;
import java.util.Arrays;
import java.util.Locale;

/**
 * Trains PPO on {@code OptionHedging-v1} at a cost and prints its entropic risk beside that of the rules.
 *
 * <p>Arguments: cost (0.0005), seeds (3), training steps (1500000), paths of the judgement (200000), market
 * (black_scholes, or heston), actions (band, steady_band, or target), aversion (1). In Heston's market agents are also
 * compared with the band of least variance on the same paths.
 */
public final class HedgingStudy {
  private static final long JUDGEMENT = 1_000_003;

  private final HedgingTask task;
  private final HedgingMarket market;
  private final HedgeAction actions;
  private final int paths;

  private HedgingStudy(HedgingTask task, HedgingMarket market, HedgeAction actions, int paths) {
    this.task = task;
    this.market = market;
    this.actions = actions;
    this.paths = paths;
  }

  /** Runs it. */
  public static void main(String[] args) {
    double cost = args.length > 0 ? Double.parseDouble(args[0]) : 0.0005;
    int seeds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
    long steps = args.length > 2 ? Long.parseLong(args[2]) : 1_500_000;
    int paths = args.length > 3 ? Integer.parseInt(args[3]) : 200_000;
    HedgingMarket market = HedgingOptions.MARKET.parse(args.length > 4 ? args[4] : "black_scholes");
    HedgeAction actions = HedgingOptions.ACTIONS.parse(args.length > 5 ? args[5] : "band");
    double aversion = args.length > 6 ? Double.parseDouble(args[6]) : 1;
    HedgingTask task = HedgingTask.DEFAULT.withCost(cost).withAversion(aversion);
    new HedgingStudy(task, market, actions, paths).run(seeds, steps);
  }

  private void run(int seeds, long steps) {
    judge("delta", HedgeRule.DELTA);
    judge("Leland", HedgeRule.leland(task));
    judge("Whalley-Wilmott", HedgeRule.BAND);
    if (market == HedgingMarket.BLACK_SCHOLES) {
      judge("exact optimum", new OptimalHedge(task));
    } else {
      judge("least variance", HedgeRule.LEAST_VARIANCE);
      judge("its band", HedgeRule.LEAST_VARIANCE_BAND);
      judge("steady band", HedgeRule.STEADY_BAND);
      OptimalHestonHedge optimum = new OptimalHestonHedge(task, HestonMarket.DEFAULT);
      System.out.printf(Locale.ROOT, "exact optimum    risk %.4f by the grid%n", optimum.risk());
      judge("exact optimum", optimum);
    }
    for (int seed = 1; seed <= seeds; seed++) {
      double[] returns = returns(train(steps, seed));
      print("PPO, seed " + seed, judge(returns));
      if (market == HedgingMarket.HESTON) {
        printDifference(returns, bandReturns());
      }
    }
  }

  private int lanes() {
    return market == HedgingMarket.HESTON ? 256 : 512;
  }

  private VectorEnvironment environment() {
    return environment(actions);
  }

  private VectorEnvironment environment(HedgeAction actions) {
    return Gym.vector("OptionHedging-v1")
        .option(HedgingOptions.COST, task.cost())
        .option(HedgingOptions.AVERSION, task.aversion())
        .option(HedgingOptions.ACTIONS, actions)
        .option(HedgingOptions.MARKET, market)
        .lanes(lanes())
        .autoReset(AutoReset.SAME_STEP)
        .make();
  }

  private CallMarket market() {
    return market == HedgingMarket.HESTON
        ? new HestonCall(task, HestonMarket.DEFAULT)
        : new BlackScholesCall(task);
  }

  private Policy train(long steps, int seed) {
    try (VectorEnvironment envs = environment()) {
      return (market == HedgingMarket.HESTON ? steady() : quick())
          .rolloutSteps(30)
          .epochs(5)
          .gamma(1)
          .lambda(0.9)
          .learningRate(Schedule.linear(1e-3))
          .build()
          .train(envs, Training.steps(steps), Training.seed(seed));
    }
  }

  private PpoSettings.Builder quick() {
    return Ppo.settings().minibatch(3840);
  }

  /** Most of what is seen where volatility moves is noise: what only that taught is forgotten. */
  private PpoSettings.Builder steady() {
    return Ppo.settings()
        .minibatch(1920)
        .weightDecay(10)
        .normalizeObservations(true)
        .normalizeRewards(true);
  }

  private void judge(String name, HedgeRule rule) {
    print(name, HedgingRisk.of(task, market(), rule, paths, JUDGEMENT));
  }

  private double[] returns(Policy policy) {
    try (VectorEnvironment envs = environment()) {
      return Episodes.returns(policy, envs, paths, JUDGEMENT);
    }
  }

  /** Returns of the band of least variance, {@link HedgeAction#BAND}'s middle action, on the paths of the agents. */
  private double[] bandReturns() {
    double[] returns = new double[paths];
    try (VectorEnvironment envs = environment(HedgeAction.BAND)) {
      Batch batch = envs.newBatch();
      envs.reset(JUDGEMENT, batch);
      float[] middle = new float[envs.lanes() * envs.actionSpace().size()];
      for (int first = 0; first < paths; first += envs.lanes()) {
        for (int step = 0; step < task.rebalances(); step++) {
          envs.step(middle, batch);
          for (int lane = 0; lane < Math.min(envs.lanes(), paths - first); lane++) {
            returns[first + lane] += batch.rewards[lane];
          }
        }
      }
    }
    return returns;
  }

  /** By the environment's own rewards: they sum to 1 - e^(-a Y), Y the profit with the premium. */
  private HedgingRisk judge(double[] returns) {
    HedgingRisk.Sums sums = new HedgingRisk.Sums(task.aversion());
    double premium = market().value();
    for (double total : returns) {
      double profit = -StrictMath.log(1 - total) / task.aversion();
      sums.add(profit - premium, 0);
    }
    return sums.result();
  }

  /** Of two risks on the same paths, with the standard error of their difference. */
  private void printDifference(double[] agent, double[] band) {
    double own = 1 - Arrays.stream(agent).average().orElseThrow();
    double other = 1 - Arrays.stream(band).average().orElseThrow();
    double squares = 0;
    for (int path = 0; path < paths; path++) {
      double difference = (1 - agent[path]) / own - (1 - band[path]) / other;
      squares += difference * difference;
    }
    System.out.printf(
        Locale.ROOT,
        "  less the band's on the same paths: %+.4f +- %.4f%n",
        StrictMath.log(own / other) / task.aversion(),
        Math.sqrt(squares) / paths / task.aversion());
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
