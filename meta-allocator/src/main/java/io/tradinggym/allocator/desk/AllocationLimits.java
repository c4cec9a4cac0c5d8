package io.tradinggym.allocator.desk;

/**
 * What stands between the capital that is asked for and what is given.
 *
 * @param band capital is moved only when a share is this far from what is asked for, and a position only when its
 *     weight in its sleeve is, in [0, 1); a transfer is a trade
 * @param halve loss of a specialist's own book from its peak at which it gets half from then on, in (0, 1]
 * @param stop loss at which it is closed for good, in (0, 1]; both latch until the episode ends
 * @param drawdownStart loss of the account from its peak from which all shares shrink, in (0, 1]
 * @param drawdownFull loss at which they are least, above {@code drawdownStart}, in (0, 1]
 * @param correlation two specialists whose returns are more correlated than this get the capital of one, in (0, 1]
 * @param instrument largest net weight of an instrument in the account, &gt; 0
 * @param gross largest sum of absolute weights in the account, &gt; 0
 * @param capital largest sum of shares, &gt;= 1; above 1 the sleeve of cash lends what the account does not have
 */
record AllocationLimits(
    double band,
    double halve,
    double stop,
    double drawdownStart,
    double drawdownFull,
    double correlation,
    double instrument,
    double gross,
    double capital) {
  /** What is left of every share at {@link #drawdownFull} and beyond. */
  public static final double LEAST_SCALE = 0.2;

  /** Checks the ranges. */
  public AllocationLimits {
    require("band", band >= 0 && band < 1, band, "in [0, 1)");
    require("halve", halve > 0 && halve <= 1, halve, "in (0, 1]");
    require("stop", stop > 0 && stop <= 1, stop, "in (0, 1]");
    require("drawdownStart", drawdownStart > 0, drawdownStart, "in (0, 1]");
    require(
        "drawdownFull",
        drawdownFull > drawdownStart && drawdownFull <= 1,
        drawdownFull,
        "above drawdownStart, " + drawdownStart + ", and at most 1");
    require("correlation", correlation > 0 && correlation <= 1, correlation, "in (0, 1]");
    require("instrument", instrument > 0, instrument, "> 0");
    require("gross", gross > 0, gross, "> 0");
    require("capital", capital >= 1, capital, ">= 1");
  }

  private static void require(String name, boolean right, double value, String range) {
    if (!right) {
      throw new IllegalArgumentException("option " + name + " must be " + range + ", was " + value);
    }
  }

  /** What is left of every share at a loss of the account from its peak. */
  double scale(double drawdown) {
    double way = (drawdown - drawdownStart) / (drawdownFull - drawdownStart);
    return Math.clamp(1 - way * (1 - LEAST_SCALE), LEAST_SCALE, 1);
  }
}
