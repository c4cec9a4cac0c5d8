package io.tradinggym.signals.sequence;

/**
 * Settings of an LSTM classifier of windows.
 *
 * @param window rows that a prediction looks at, its own the last, >= 2
 * @param first width of the first LSTM, &gt;= 1
 * @param second width of the second, &gt;= 1
 * @param dense width of the layer behind it, &gt;= 1
 * @param dropout share left out behind each LSTM, in [0, 1)
 * @param rate learning rate of Adam, > 0
 * @param batch windows in a step, >= 1
 * @param epochs at most, >= 1
 * @param patience epochs without progress on the held-out windows before it stops, >= 1
 * @param heldOut share of the training rows, the last ones, that tells when to stop, in (0, 1)
 */
public record LstmSettings(
    int window,
    int first,
    int second,
    int dense,
    double dropout,
    double rate,
    int batch,
    int epochs,
    int patience,
    double heldOut) {
  /** 128-64-32 on windows of 30, dropout .2, Adam 1e-3, patience 10. */
  public static final LstmSettings DEFAULT =
      new LstmSettings(30, 128, 64, 32, 0.2, 1e-3, 32, 100, 10, 0.15);

  /** The same with at most 12 epochs and a patience of 3: a few seconds on ten years of days. */
  public static final LstmSettings DAILY =
      new LstmSettings(30, 128, 64, 32, 0.2, 1e-3, 32, 12, 3, 0.15);

  /** Checks all. */
  public LstmSettings {
    if (window < 2
        || first < 1
        || second < 1
        || dense < 1
        || batch < 1
        || epochs < 1
        || patience < 1) {
      throw new IllegalArgumentException(
          "window must be >= 2, widths, batch, epochs and patience >= 1, were "
              + window
              + ", "
              + first
              + "-"
              + second
              + "-"
              + dense
              + ", "
              + batch
              + ", "
              + epochs
              + ", "
              + patience);
    }
    if (!(dropout >= 0 && dropout < 1 && rate > 0 && heldOut > 0 && heldOut < 1)) {
      throw new IllegalArgumentException(
          "dropout must be in [0, 1), rate > 0 and heldOut in (0, 1), were "
              + dropout
              + ", "
              + rate
              + ", "
              + heldOut);
    }
  }
}
