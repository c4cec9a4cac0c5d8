package io.tradinggym.experiments.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a report shows. Numbers are plain fractions and account currency; writing them is the page's business.
 *
 * @param title name of the run
 * @param environment id of the environment
 * @param trades whether scores are total returns
 * @param seeds agents that were trained
 * @param paths unseen episodes
 * @param simulated whether a model drew the prices: dates then mean nothing
 * @param source what was drawn or replayed; empty where there are no prices
 * @param ledger how many trials there were, and what the result is worth among them; null in files from before
 * @param verdicts what was shown or not, in sentences
 * @param contenders the agent first
 * @param rules what controls of the environment's own do, by name; null in files from before
 * @param sample one of the agent's episodes in detail, null where nothing is traded
 * @param trainings one per seed
 * @param facts how to tell the run again: labels and values
 * @param assumptions what the simulation assumes
 */
public record ReportData(
    String title,
    String environment,
    boolean trades,
    int seeds,
    int paths,
    boolean simulated,
    String source,
    @Nullable String ledger,
    List<String> verdicts,
    List<Contender> contenders,
    @Nullable Map<String, String> rules,
    @Nullable Sample sample,
    List<Curve> trainings,
    Map<String, String> facts,
    List<String> assumptions) {
  /**
   * The same, with links to the cards of the sample's decisions.
   *
   * @param page beside the report
   */
  public ReportData withCards(String page) {
    return new ReportData(
        title,
        environment,
        trades,
        seeds,
        paths,
        simulated,
        source,
        ledger,
        verdicts,
        contenders,
        rules,
        sample == null ? null : sample.withCards(page),
        trainings,
        facts,
        assumptions);
  }

  /**
   * A row of the tables and a line of the charts.
   *
   * @param name of the contender
   * @param score interquartile mean over seeds and paths
   * @param low lower end of the score's 95 % interval
   * @param high upper end of the score's 95 % interval
   * @param beaten how often the agent beat it on the same path, 0 to 1; null for the agent itself
   * @param figures metrics, in order
   * @param equity growth of 1 over all episodes; null where nothing is traded
   * @param drawdown over all episodes; null where nothing is traded
   * @param costs mean per episode, account currency, by label
   */
  public record Contender(
      String name,
      double score,
      double low,
      double high,
      @Nullable Double beaten,
      List<Figure> figures,
      @Nullable Fan equity,
      @Nullable Fan drawdown,
      Map<String, Double> costs) {}

  /**
   * A metric as text.
   *
   * @param label of the figure, such as a table's heading
   * @param text value with unit
   */
  public record Figure(String label, String text) {}

  /**
   * How episodes spread, step by step: quantiles over seeds and paths.
   *
   * @param low 5 % quantile at each step
   * @param lower 25 % quantile at each step
   * @param median median at each step
   * @param upper 75 % quantile at each step
   * @param high 95 % quantile at each step
   */
  public record Fan(
      List<Double> low,
      List<Double> lower,
      List<Double> median,
      List<Double> upper,
      List<Double> high) {}

  /**
   * One episode of the agent: the one whose score is the median, or the nearest to it with trades.
   *
   * @param description which one
   * @param times close of each bar, epoch milliseconds
   * @param equity at each close, account currency
   * @param assets what was traded
   * @param months return by calendar month, a fraction, keys such as 2021-03
   * @param periodsPerYear bars in a year
   * @param seed of the agent that played it; null where none was trained, and in files from before
   * @param path number of its path, from 0
   * @param cards page beside the report that explains its decisions, null while there is none
   */
  public record Sample(
      String description,
      List<Long> times,
      List<Double> equity,
      List<Asset> assets,
      Map<String, Double> months,
      double periodsPerYear,
      @Nullable Long seed,
      int path,
      @Nullable String cards) {
    Sample withCards(String page) {
      return new Sample(
          description, times, equity, assets, months, periodsPerYear, seed, path, page);
    }
  }

  /**
   * An asset of the sample.
   *
   * @param name of the instrument
   * @param prices at each close, currency of the instrument
   * @param weights share of equity at each close
   * @param trades when and how much
   */
  public record Asset(String name, List<Double> prices, List<Double> weights, List<Mark> trades) {}

  /**
   * A trade.
   *
   * @param step index into the times
   * @param quantity shares, coins or contracts, positive bought, negative sold
   */
  public record Mark(int step, double quantity) {}

  /**
   * How a training went.
   *
   * @param seed that the training started from
   * @param steps of the environment, over all lanes, at each report
   * @param returns mean return of the last hundred episodes; NaN before the first
   * @param validationSteps when it was tried on validation episodes
   * @param validations mean return there
   * @param chosenAt steps after which the policy was taken
   */
  public record Curve(
      long seed,
      List<Long> steps,
      List<Double> returns,
      List<Long> validationSteps,
      List<Double> validations,
      long chosenAt) {}
}
