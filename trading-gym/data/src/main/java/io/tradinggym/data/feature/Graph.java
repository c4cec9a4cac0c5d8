package io.tradinggym.data.feature;

import io.tradinggym.data.series.KnownSeries;
import io.tradinggym.data.series.PriceBars;
import io.tradinggym.data.series.Sources;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Columns of one asset and how they follow from each other. A column that two features need is there once: it is known
 * by its key.
 */
public final class Graph {
  private final Function<String, KnownSeries> sources;
  private final int firstKnown;
  private final Map<String, Column> byKey = new HashMap<>();
  private final List<Column> columns = new ArrayList<>();
  private final List<Joined> joined = new ArrayList<>();
  private final Column open = raw("open");
  private final Column high = raw("high");
  private final Column low = raw("low");
  private final Column close = raw("close");
  private final Column volume = raw("volume");
  private long[] times = new long[0];
  private int size;

  Graph(Sources sources) {
    this(sources, Column.NEVER);
  }

  /** With the bar at which sources are taken to be known, until bars tell. */
  Graph(Sources sources, int firstKnown) {
    this(sources::get, firstKnown);
  }

  Graph(Function<String, KnownSeries> sources, int firstKnown) {
    this.sources = sources;
    this.firstKnown = firstKnown;
  }

  private Column raw(String key) {
    Column column = new Column(key, 0, null);
    byKey.put(key, column);
    columns.add(column);
    return column;
  }

  /** {@return the first price of each bar} */
  public Column open() {
    return open;
  }

  /** {@return the highest price of each bar} */
  public Column high() {
    return high;
  }

  /** {@return the lowest price of each bar} */
  public Column low() {
    return low;
  }

  /** {@return the last price of each bar} */
  public Column close() {
    return close;
  }

  /** {@return the quantity traded in each bar, units of the instrument} */
  public Column volume() {
    return volume;
  }

  /**
   * {@return the close of each bar, epoch milliseconds UTC, when it became known; the array changes when bars are
   * added}
   */
  public long[] times() {
    return times;
  }

  /**
   * {@return a column that is computed, or the one of that key that is there already}
   *
   * @param key says all that the kernel depends on; the same key is the same column
   * @param lag bars after the first bar of all inputs until there is a value, >= 0
   * @param kernel how the column is computed
   * @param inputs columns of this graph that the kernel reads
   */
  public Column column(String key, int lag, Kernel kernel, Column... inputs) {
    Column found = byKey.get(key);
    if (found != null) {
      return found;
    }
    Column made = new Column(key, lag, kernel, inputs);
    byKey.put(key, made);
    columns.add(made);
    return made;
  }

  /**
   * {@return what was known of a source a while before each bar's close; it has a value once anything was}
   *
   * @param name of the source, such as {@code VIXCLS}
   * @param millisBefore how much earlier it must have been known, milliseconds, >= 0
   */
  public Column external(String name, long millisBefore) {
    return joined(name, millisBefore, false);
  }

  /**
   * {@return the days, at each bar's close, since the event that a source's value is of}
   *
   * @param name of the source
   */
  public Column age(String name) {
    return joined(name, 0, true);
  }

  private Column joined(String name, long millisBefore, boolean age) {
    String key = (age ? "age" : "known") + "(" + name + "," + millisBefore + ")";
    Column found = byKey.get(key);
    if (found != null) {
      return found;
    }
    Joined join = new Joined(raw(key), sources.apply(name), millisBefore, age);
    join.column.first(firstKnown);
    joined.add(join);
    return join.column;
  }

  /** Number of bars taken in. */
  int size() {
    return size;
  }

  /** Number of columns, prices among them. */
  int columns() {
    return columns.size();
  }

  /** Forgets all bars. */
  void clear() {
    size = 0;
    for (Joined each : joined) {
      each.column.first(Column.NEVER);
    }
  }

  /** Takes in the bars after those that are there; allocates nothing where there is room. */
  void advance(PriceBars bars) {
    int from = size;
    take(bars);
    compute(from);
  }

  /** Copies bars into the columns of prices. */
  void take(PriceBars bars) {
    int from = size;
    int to = bars.size();
    if (times.length < to) {
      times = Arrays.copyOf(times, Math.max(to, times.length + times.length / 2));
    }
    for (int i = 0; i < columns.size(); i++) {
      columns.get(i).reserve(to);
    }
    for (int bar = from; bar < to; bar++) {
      times[bar] = bars.closeTime(bar);
      open.values()[bar] = bars.open(bar);
      high.values()[bar] = bars.high(bar);
      low.values()[bar] = bars.low(bar);
      close.values()[bar] = bars.close(bar);
      volume.values()[bar] = bars.volume(bar);
    }
    size = to;
  }

  /** Computes what follows from the bars from one on. */
  void compute(int from) {
    for (int i = 0; i < joined.size(); i++) {
      joined.get(i).advance(times, from, size);
    }
    for (int i = 0; i < columns.size(); i++) {
      columns.get(i).advance(from, size);
    }
  }

  /** A source beside the bars; where the last value was found is only a place to start looking. */
  private static final class Joined {
    private static final double DAY = 86_400_000;
    private final Column column;
    private final KnownSeries series;
    private final long before;
    private final boolean age;
    private int hint = -1;

    Joined(Column column, KnownSeries series, long before, boolean age) {
      this.column = column;
      this.series = series;
      this.before = before;
      this.age = age;
    }

    void advance(long[] times, int from, int to) {
      double[] out = column.values();
      for (int bar = from; bar < to; bar++) {
        hint = series.indexFrom(hint, times[bar] - before);
        if (hint < 0) {
          out[bar] = Double.NaN;
          continue;
        }
        column.first(Math.min(column.first(), bar));
        out[bar] = age ? (times[bar] - series.eventTime(hint)) / DAY : series.value(hint);
      }
    }
  }
}
