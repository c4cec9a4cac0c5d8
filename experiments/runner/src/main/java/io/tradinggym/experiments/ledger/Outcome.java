package io.tradinggym.experiments.ledger;

/**
 * How a trial went.
 *
 * @param status how it ended
 * @param reason why, if it did not finish; else empty
 * @param scoredOn range that the figures were measured on: {@code validation} or {@code test}; empty for none
 * @param score what the command ranks by: a total return where something is traded, else a sum of rewards; NaN for none
 * @param sharpe of a year, risk-free rate 0; NaN if undefined
 * @param periods returns that the ratio is made of
 * @param periodsPerYear of them in a year; NaN without
 * @param drawdown deepest, as a fraction &lt;= 0; NaN for none
 */
public record Outcome(
    Status status,
    String reason,
    String scoredOn,
    double score,
    double sharpe,
    int periods,
    double periodsPerYear,
    double drawdown) {
  private static final double NONE = Double.NaN;

  /** A trial without figures. */
  public static Outcome of(Status status, String reason) {
    return new Outcome(status, reason, "", NONE, NONE, 0, NONE, NONE);
  }

  /** A finished one that only has a score. */
  public static Outcome scored(String range, double score) {
    return new Outcome(Status.FINISHED, "", range, score, NONE, 0, NONE, NONE);
  }

  /** A trial that ended with an error. */
  public static Outcome failed(Throwable failure) {
    String message = failure.getMessage();
    return of(Status.FAILED, message == null ? failure.getClass().getSimpleName() : message);
  }

  /** The same ending with another's figures, where it has none: what was measured of a trial stays known. */
  Outcome orFiguresOf(Outcome before) {
    return scoredOn.isEmpty() ? before.as(status, reason) : this;
  }

  /** The same figures under another ending. */
  public Outcome as(Status other, String why) {
    return new Outcome(other, why, scoredOn, score, sharpe, periods, periodsPerYear, drawdown);
  }
}
