package io.tradinggym.examples.derivatives;

import static io.tradinggym.agents.train.Training.seed;
import static io.tradinggym.agents.train.Training.steps;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.agents.train.Episodes;
import io.tradinggym.agents.train.Schedule;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.options.hedging.BlackScholesCall;
import io.tradinggym.options.hedging.HedgeAction;
import io.tradinggym.options.hedging.HedgeRule;
import io.tradinggym.options.hedging.HedgingOptions;
import io.tradinggym.options.hedging.HedgingRisk;
import io.tradinggym.options.hedging.HedgingTask;
import io.tradinggym.options.hedging.OptimalHedge;

/**
 * Who sold a call and pays 20 basis points for every trade should trade less than the textbook says. Trains an agent to
 * do so, and puts its risk between the textbook's delta and the exact optimum.
 */
public final class DeepHedge {
  private static final HedgingTask TASK = HedgingTask.DEFAULT.withCost(0.002);
  private static final int PATHS = 50_000;
  private static final long UNSEEN = 1_000_003;

  private DeepHedge() {}

  /** Trains for some seconds, then judges everybody on paths that training never saw. */
  public static void main(String[] args) {
    try (VectorEnvironment envs =
        Gym.vector("OptionHedging-v1")
            .option(HedgingOptions.COST, TASK.cost())
            .option(HedgingOptions.ACTIONS, HedgeAction.BAND)
            .lanes(512)
            .make()) {
      Policy policy =
          Ppo.settings()
              .rolloutSteps(30)
              .minibatch(3840)
              .epochs(5)
              .gamma(1)
              .lambda(0.9)
              .learningRate(Schedule.linear(1e-3))
              .build()
              .train(envs, steps(600_000), seed(1));
      print("delta", risk(HedgeRule.DELTA));
      print("Whalley and Wilmott's band", risk(HedgeRule.BAND));
      print("the agent", risk(policy, envs));
      print("the exact optimum", risk(new OptimalHedge(TASK)));
    }
  }

  private static double risk(HedgeRule rule) {
    return HedgingRisk.of(TASK, rule, PATHS, UNSEEN).risk();
  }

  /** An episode's rewards sum to 1 - e^(-a Y), Y the profit with the premium: their mean is the entropic risk. */
  private static double risk(Policy policy, VectorEnvironment envs) {
    double mean = Episodes.meanReturn(policy, envs, PATHS, UNSEEN);
    return new BlackScholesCall(TASK).value() + Math.log(1 - mean) / TASK.aversion();
  }

  private static void print(String who, double risk) {
    System.out.println(who + ": " + Math.round(1_000 * risk) / 1_000.0);
  }
}
