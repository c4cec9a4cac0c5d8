package io.tradinggym.experiments.evidence;

import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.config.CrossValidationConfig;
import io.tradinggym.experiments.run.RunFolder;
import io.tradinggym.experiments.statistics.BacktestOverfitting;
import io.tradinggym.experiments.statistics.Returns;
import io.tradinggym.experiments.statistics.Sample;
import io.tradinggym.experiments.statistics.SharpeInference;
import io.tradinggym.experiments.validation.CrossValidationResult;
import io.tradinggym.experiments.validation.CrossValidationRun;
import io.tradinggym.experiments.validation.PathLuck;
import io.tradinggym.experiments.validation.WalkForwardResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * What cross-validation of agents says, over many histories of one law. All paths of a history share its luck, so
 * histories are what is counted. A history's claim is made on one path that is named beforehand, its first: PSR above
 * 95 %, its standard error f times that of a backtest ({@link PathLuck}). With a true ratio S a year, T years long,
 * theory claims in a share Phi(S sqrt(T) - 1.645 f) of histories.
 *
 * @param sharpes mean Sharpe ratio a year of each history's paths
 * @param overfitting probability of backtest overfitting of each history's paths, the trials
 * @param found share of histories whose first path claims skill
 * @param years of a history
 * @param strays f, the standard error of a path over that of a backtest
 */
public record PathPower(
    List<Double> sharpes, List<Double> overfitting, double found, double years, double strays) {
  private static final double LEVEL = 0.05;
  private static final int BLOCKS = 10;
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** Copies the lists. */
  public PathPower {
    sharpes = List.copyOf(sharpes);
    overfitting = List.copyOf(overfitting);
  }

  /**
   * Cross-validates; what an earlier call left in the folder is not done again. History i is drawn from seed 1,000 i.
   *
   * @param text a configuration with a simulated market, of which each history is another path
   * @param overrides each {@code path=value}
   * @param folder gets a folder for each history
   * @param first number of the first history, &gt;= 1
   * @param histories &gt;= 2
   * @param workers trainings at a time
   * @param progress is told of every history
   * @throws UserError if the folder holds a history of another configuration
   */
  public static PathPower run(
      String text,
      List<String> overrides,
      Path folder,
      int first,
      int histories,
      int workers,
      Consumer<String> progress) {
    List<Double> sharpes = new ArrayList<>();
    List<Double> overfitting = new ArrayList<>();
    double found = 0;
    double years = 0;
    CrossValidationConfig cut = CrossValidationConfig.of(text, overrides, "configuration");
    double strays = PathLuck.factor(cut.groups(), cut.tested());
    for (int history = first; history < first + histories; history++) {
      Path own = folder.resolve("history-" + history);
      List<String> all = new ArrayList<>(overrides);
      all.add("seed=" + history * 1000L);
      CrossValidationRun run =
          Files.exists(own.resolve(RunFolder.MANIFEST))
              ? opened(own, text, all)
              : CrossValidationRun.start(text, all, own);
      CrossValidationResult result = run.complete(workers, done -> {});
      double[][] returns = result.paths().stream().map(PathPower::returns).toArray(double[][]::new);
      sharpes.add(result.sharpe());
      overfitting.add(BacktestOverfitting.of(returns, BLOCKS).probability());
      double skill = SharpeInference.strayed(SharpeInference.probabilistic(returns[0], 0), strays);
      found += skill > 1 - LEVEL ? 1.0 / histories : 0;
      years = returns[0].length / result.periodsPerYear();
      progress.accept("history " + history + ": mean Sharpe ratio " + result.sharpe());
    }
    return new PathPower(sharpes, overfitting, found, years, strays);
  }

  private static CrossValidationRun opened(Path path, String text, List<String> overrides) {
    CrossValidationRun run = CrossValidationRun.open(path);
    if (!run.does(text, overrides)) {
      throw new UserError(path + " is of another configuration; name another folder");
    }
    return run;
  }

  private static double[] returns(WalkForwardResult.Curve path) {
    return Returns.ofEquity(path.growth().stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Mean over histories. */
  public double sharpe() {
    return Sample.mean(array(sharpes));
  }

  /** Standard error of {@link #sharpe}, from the spread between histories. */
  public double error() {
    return Sample.deviation(array(sharpes)) / Math.sqrt(sharpes.size());
  }

  /** Mean over histories. */
  public double pbo() {
    return Sample.mean(array(overfitting));
  }

  /** Standard error of {@link #pbo}. */
  public double pboError() {
    return Sample.deviation(array(overfitting)) / Math.sqrt(overfitting.size());
  }

  /** Share of histories in which theory finds a true Sharpe ratio of a year. */
  public double theory(double trueSharpe) {
    return NORMAL.cumulativeProbability(
        trueSharpe * Math.sqrt(years) + strays * NORMAL.inverseCumulativeProbability(LEVEL));
  }

  private static double[] array(List<Double> list) {
    return list.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
