package io.tradinggym.examples.tradehistory;

import static io.tradinggym.agents.train.Training.checkpoints;
import static io.tradinggym.agents.train.Training.evaluateOn;
import static io.tradinggym.agents.train.Training.progress;
import static io.tradinggym.agents.train.Training.seed;
import static io.tradinggym.agents.train.Training.steps;
import static io.tradinggym.reward.Rewards.logReturn;
import static io.tradinggym.reward.Rewards.turnover;
import static io.tradinggym.stocks.StockOptions.MARKET;
import static io.tradinggym.stocks.StockOptions.REWARD;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.agents.train.Schedule;
import io.tradinggym.api.Environment;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.experiments.evaluation.Controls;
import io.tradinggym.experiments.evaluation.Evaluate;
import io.tradinggym.experiments.evaluation.Evaluation;
import io.tradinggym.market.data.ReplayMarket;
import io.tradinggym.market.data.Split;
import io.tradinggym.market.data.csv.CsvMarket;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** Trains a portfolio of three on daily bars, judges it on years it never saw, saves it, and asks it what to hold. */
public final class TradeHistory {
  private TradeHistory() {}

  /**
   * Runs.
   *
   * @param args folder of SPY.csv, AAPL.csv and MSFT.csv from 2005 to 2022; folder for results; environment steps
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 3) {
      throw new IllegalArgumentException(
          "three arguments are needed: DATA-FOLDER RESULT-FOLDER STEPS, such as data runs/a 2000000");
    }
    run(Path.of(args[0]), Path.of(args[1]), Long.parseLong(args[2]));
  }

  private static void run(Path data, Path results, long count) throws IOException {
    ReplayMarket market = CsvMarket.in(data).tickers("SPY", "AAPL", "MSFT");
    Split split = Split.dates(market, "2005/2016", "2017/2018", "2019/2022");

    try (VectorEnvironment envs =
            Gym.vector(
                "Portfolio-v1",
                256,
                options ->
                    options
                        .set(MARKET, split.train())
                        .set(REWARD, logReturn().minus(0.1, turnover())));
        Environment today =
            Gym.make("Portfolio-v1", options -> options.set(MARKET, split.test()))) {
      Policy policy =
          Ppo.settings()
              .learningRate(Schedule.linear(3e-4))
              .build()
              .train(
                  envs,
                  steps(count),
                  seed(7),
                  progress(),
                  checkpoints(results),
                  evaluateOn(MARKET, split.validation()));

      Evaluation result =
          Evaluate.policy(policy)
              .in(envs.spec())
              .against(Controls.ALL)
              .on(split.test())
              .seeds(10)
              .run();
      result.report(results.resolve("report.html"));

      policy.save(results.resolve("spy.policy"));
      Policy loaded = Policy.load(results.resolve("spy.policy"));
      float[] action = new float[loaded.actionSpace().size()];
      loaded.act(today.reset(11).observation(), action);
      System.out.println("SPY, AAPL, MSFT: " + Arrays.toString(action));
    }
  }
}
