package io.tradinggym.explain.memory;

import io.tradinggym.explain.memory.embedding.Embedding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Windows of closing prices as cases: each ends at a bar, was known at that bar's close, and its outcome is the return
 * over the next bars, known when they are over.
 *
 * @param embedding of the windows
 * @param horizon bars from the window's end to its outcome, &gt;= 1
 */
public record PricePatterns(Embedding embedding, int horizon) {
  /** Most bars of an instrument; ids of another begin after them. */
  private static final long BARS = 1L << 32;

  /** Checks the horizon. */
  public PricePatterns {
    if (horizon < 1) {
      throw new IllegalArgumentException("horizon must be >= 1, was " + horizon);
    }
  }

  /**
   * {@return the cases of an instrument, oldest first} Windows with a price that is missing are none.
   *
   * @param instrument number of the instrument, &gt;= 0, which their ids begin with
   * @param closes one a bar, &gt; 0; NaN where there is none
   * @param times when each close was known, UTC epoch milliseconds, rising
   */
  public List<Entry> cases(int instrument, double[] closes, long[] times) {
    List<Entry> cases = new ArrayList<>();
    for (int end : ends(closes)) {
      int from = end - embedding.window() + 1;
      cases.add(
          new Entry(
              id(instrument, end),
              instrument,
              times[from],
              times[end],
              times[end + horizon],
              Kind.PATTERN,
              embedding.embed(closes, from),
              closes[end + horizon] / closes[end] - 1,
              0));
    }
    return cases;
  }

  /**
   * {@return the ids of the cases of an instrument, oldest first}
   *
   * @param instrument number of the instrument, &gt;= 0, which their ids begin with
   * @param closes one a bar, &gt; 0; NaN where there is none
   */
  public LongStream ids(int instrument, double[] closes) {
    return Arrays.stream(ends(closes)).mapToLong(end -> id(instrument, end));
  }

  private static long id(int instrument, int end) {
    return instrument * BARS + end;
  }

  /** The last bars of whole windows with an outcome. */
  private int[] ends(double[] closes) {
    int window = embedding.window();
    return IntStream.range(window - 1, Math.max(window - 1, closes.length - horizon))
        .filter(end -> whole(closes, end - window + 1, end + horizon))
        .toArray();
  }

  private static boolean whole(double[] closes, int from, int to) {
    for (int i = from; i <= to; i++) {
      if (!(closes[i] > 0 && closes[i] < Double.POSITIVE_INFINITY)) {
        return false;
      }
    }
    return true;
  }

  /**
   * {@return the question for cases like the window that ends at a bar}
   *
   * @param instrument number of the instrument, &gt;= 0
   * @param closes one a bar, &gt; 0 in the window
   * @param times when each bar closed, UTC epoch milliseconds
   * @param end bar that is the window's last, included, at least {@code window - 1}
   * @param k how many cases are asked for, &gt;= 1
   */
  public Query query(int instrument, double[] closes, long[] times, int end, int k) {
    int from = end - embedding.window() + 1;
    return Query.of(embedding.embed(closes, from), k, times[end])
        .of(Kind.PATTERN)
        .about(instrument, times[from]);
  }
}
