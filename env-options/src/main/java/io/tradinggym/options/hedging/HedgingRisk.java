package io.tradinggym.options.hedging;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;

/**
 * The entropic risk of hedging: ln E e^(-a X) / a, X hedge less costs less payoff, the premium not counted. Smaller is
 * better; it is the premium at which one would be indifferent to selling.
 *
 * @param risk its estimate, in the unit of the spot
 * @param error standard error of the risk
 * @param mean of X over the paths
 * @param deviation of X over the paths
 * @param turnover mean shares traded per option
 */
public record HedgingRisk(
    double risk, double error, double mean, double deviation, double turnover) {

  /**
   * Judges a rule over paths of {@link BlackScholesCall}.
   *
   * @param task the call, what trades cost, and the aversion to risk
   * @param rule how many shares to hold
   * @param paths number of paths, &gt;= 1
   * @param seed any number; the same seed gives the same bits
   * @return the risk, its error, and the turnover
   */
  public static HedgingRisk of(HedgingTask task, HedgeRule rule, int paths, long seed) {
    return of(task, new BlackScholesCall(task), rule, paths, seed);
  }

  /**
   * Judges a rule over paths of a market.
   *
   * @param task what trades cost, and the aversion to risk
   * @param market in which the call was sold
   * @param rule how many shares to hold
   * @param paths number of paths, &gt;= 1
   * @param seed any number; the same seed gives the same bits
   * @return the risk, its error, and the turnover
   */
  public static HedgingRisk of(
      HedgingTask task, CallMarket market, HedgeRule rule, int paths, long seed) {
    RandomStream random = RandomStreams.of(seed).stream("hedging");
    ShortCall book = new ShortCall(task, market);
    Sums sums = new Sums(task.aversion());
    for (int path = 0; path < paths; path++) {
      book.begin(random);
      double traded = 0;
      while (!book.over()) {
        double before = book.shares();
        book.hold(rule.shares(book));
        traded += Math.abs(book.shares() - before);
        book.move(random);
      }
      sums.add(book.profit() - book.premium(), traded);
    }
    return sums.result();
  }

  /** Collects outcomes of paths. */
  public static final class Sums {
    private final double aversion;
    private long count;
    private double sum;
    private double squares;
    private double exponentials;
    private double exponentialSquares;
    private double traded;

    /**
     * Nothing yet.
     *
     * @param aversion a of the entropic risk, per unit of money, > 0
     */
    public Sums(double aversion) {
      this.aversion = aversion;
    }

    /**
     * Adds a path.
     *
     * @param outcome X, the premium not counted
     * @param turnover shares traded per option
     */
    public void add(double outcome, double turnover) {
      count++;
      sum += outcome;
      squares += outcome * outcome;
      double e = StrictMath.exp(-aversion * outcome);
      exponentials += e;
      exponentialSquares += e * e;
      traded += turnover;
    }

    /** {@return what they amount to; at least one path} */
    public HedgingRisk result() {
      double mean = exponentials / count;
      double error =
          Math.sqrt(Math.max(exponentialSquares / count - mean * mean, 0) / count) / mean;
      double average = sum / count;
      return new HedgingRisk(
          StrictMath.log(mean) / aversion,
          error / aversion,
          average,
          Math.sqrt(Math.max(squares / count - average * average, 0)),
          traded / count);
    }
  }
}
