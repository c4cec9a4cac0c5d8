package io.tradinggym.experiments.evidence;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.experiments.backtest.CrossGrid;
import io.tradinggym.experiments.statistics.Returns;
import io.tradinggym.experiments.statistics.SharpeInference;
import io.tradinggym.experiments.statistics.TrialLedger;
import io.tradinggym.experiments.statistics.selection.BlockBootstrap;
import io.tradinggym.experiments.statistics.selection.ExpectedBest;
import io.tradinggym.experiments.statistics.selection.RealityCheck;
import io.tradinggym.market.data.MarketTape;
import io.tradinggym.market.process.GeometricBrownian;
import io.tradinggym.market.process.SimulatedMarket;

/**
 * Searches where there is nothing to find: five moving-average crosses on each of ten assets of noise, the best of the
 * fifty shown. How often does each way of judging it claim skill at 5 %?
 *
 * @param searches that were made
 * @param rules tried in each
 * @param plain share in which the best's own Sharpe ratio is called skill: PSR above 95 %
 * @param deflated share in which its deflated Sharpe ratio, trials as independent, is above 95 %
 * @param correlated the same by the trials' own correlation
 * @param realityCheck share in which White's reality check has p below 5 %; NaN where it was not made
 */
public record NullSearches(
    int searches,
    int rules,
    double plain,
    double deflated,
    double correlated,
    double realityCheck) {
  private static final int ASSETS = 10;
  private static final int[][] AVERAGES = {{1, 3}, {2, 8}, {5, 20}, {10, 50}, {20, 100}};
  private static final int BARS = 1000;
  private static final double VOLATILITY = 0.2;
  private static final double YEAR = 252;
  private static final double LEVEL = 0.05;
  private static final int DRAWS = 2000;
  private static final int RESAMPLES = 200;
  private static final int BLOCK = 10;

  /**
   * Searches.
   *
   * @param searches >= 1
   * @param seed of the noise
   * @param bootstrap whether the reality check is made too, which takes most of the time
   */
  public static NullSearches run(int searches, long seed, boolean bootstrap) {
    SimulatedMarket law =
        SimulatedMarket.of(GeometricBrownian.noise(ASSETS, VOLATILITY, YEAR))
            .bars(BARS)
            .history(0)
            .build();
    MarketTape tape = law.tape();
    int plain = 0;
    int deflated = 0;
    int correlated = 0;
    int checked = 0;
    for (int search = 0; search < searches; search++) {
      RandomStream random = RandomStreams.of(seed).stream("null search", search);
      tape.next(random);
      double[][] returns = returns(tape);
      TrialLedger ledger = new TrialLedger();
      int best = 0;
      double highest = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < returns.length; i++) {
        ledger.add("rule " + i, returns[i]);
        double sharpe = Returns.sharpe(returns[i], 0, 1);
        if (sharpe > highest) {
          highest = sharpe;
          best = i;
        }
      }
      double luck = ExpectedBest.of(ExpectedBest.correlation(returns), DRAWS, random);
      plain += SharpeInference.probabilistic(returns[best], 0) > 1 - LEVEL ? 1 : 0;
      deflated += ledger.deflatedSharpe(returns[best]) > 1 - LEVEL ? 1 : 0;
      correlated +=
          SharpeInference.deflatedByCorrelation(
                      returns[best], ledger.sharpeVariance(returns[best].length), luck)
                  > 1 - LEVEL
              ? 1
              : 0;
      if (bootstrap) {
        RealityCheck check =
            RealityCheck.of(BlockBootstrap.circular(BLOCK).means(returns, RESAMPLES, random));
        checked += check.pValue() < LEVEL ? 1 : 0;
      }
    }
    return new NullSearches(
        searches,
        ASSETS * AVERAGES.length,
        (double) plain / searches,
        (double) deflated / searches,
        (double) correlated / searches,
        bootstrap ? (double) checked / searches : Double.NaN);
  }

  private static double[][] returns(MarketTape tape) {
    double[][] returns = new double[ASSETS * AVERAGES.length][];
    for (int asset = 0; asset < ASSETS; asset++) {
      CrossGrid grid = new CrossGrid(tape.bars(), asset, 0, 0, 0);
      for (int i = 0; i < AVERAGES.length; i++) {
        double[] equity = grid.equity(AVERAGES[i][0], AVERAGES[i][1]);
        returns[asset * AVERAGES.length + i] = Returns.ofEquity(equity);
      }
    }
    return returns;
  }
}
