package io.tradinggym.data.series;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Values in the order in which they became known. What is known at a time is the value of the latest event among those
 * that had been published by then, in the version of then: a revision of an older event that comes after a newer event
 * changes nothing. Immutable.
 */
public final class KnownSeries {
  private final long[] knownAt;
  private final long[] eventTime;
  private final double[] value;

  private KnownSeries(long[] knownAt, long[] eventTime, double[] value) {
    this.knownAt = knownAt;
    this.eventTime = eventTime;
    this.value = value;
  }

  /**
   * {@return the series of values, which may come in any order}
   *
   * @param eventTimes what each value is of, epoch milliseconds UTC
   * @param knownAts when each could be known, not before its event, epoch milliseconds UTC
   * @param values numbers; a NaN is an observation that is missing and is left out
   * @throws IllegalArgumentException if the lengths differ or a value was known before its event
   */
  public static KnownSeries of(long[] eventTimes, long[] knownAts, double[] values) {
    int n = values.length;
    if (eventTimes.length != n || knownAts.length != n) {
      throw new IllegalArgumentException(
          "columns must have " + n + " rows, had " + eventTimes.length + " and " + knownAts.length);
    }
    int[] order =
        IntStream.range(0, n)
            .filter(i -> !Double.isNaN(values[i]))
            .boxed()
            .sorted(
                Comparator.<Integer>comparingLong(i -> knownAts[i])
                    .thenComparingLong(i -> eventTimes[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    long[] known = new long[order.length];
    long[] event = new long[order.length];
    double[] kept = new double[order.length];
    int count = 0;
    for (int i : order) {
      if (knownAts[i] < eventTimes[i]) {
        throw new IllegalArgumentException(
            "row " + i + " is known at " + knownAts[i] + ", before its event at " + eventTimes[i]);
      }
      if (count > 0 && eventTimes[i] < event[count - 1]) {
        continue;
      }
      // Several values that become known at one moment: the latest event is what is known.
      int at = count > 0 && known[count - 1] == knownAts[i] ? count - 1 : count++;
      known[at] = knownAts[i];
      event[at] = eventTimes[i];
      kept[at] = values[i];
    }
    return new KnownSeries(
        Arrays.copyOf(known, count), Arrays.copyOf(event, count), Arrays.copyOf(kept, count));
  }

  /** {@return the number of values} */
  public int size() {
    return value.length;
  }

  /**
   * {@return the index, from 0, of the last value known at a time, -1 if none was}
   *
   * @param epochMillis the time, epoch milliseconds UTC
   */
  public int indexAt(long epochMillis) {
    int at = Arrays.binarySearch(knownAt, epochMillis);
    return at >= 0 ? at : -at - 2;
  }

  /**
   * {@return the index of the last value known at a time, as {@link #indexAt}, for times that come in order: looks from
   * where it was found last}
   *
   * @param hint the index found last, -1 at first
   * @param epochMillis the time, epoch milliseconds UTC
   */
  public int indexFrom(int hint, long epochMillis) {
    int at = hint;
    if (at >= 0 && knownAt[at] > epochMillis) {
      return indexAt(epochMillis);
    }
    int steps = 0;
    while (at + 1 < knownAt.length && knownAt[at + 1] <= epochMillis) {
      at++;
      if (++steps == 16) {
        return indexAt(epochMillis);
      }
    }
    return at;
  }

  /**
   * {@return when a value became known, epoch milliseconds UTC}
   *
   * @param index of the value, from 0
   */
  public long knownAt(int index) {
    return knownAt[index];
  }

  /**
   * {@return what a value is of, epoch milliseconds UTC}
   *
   * @param index of the value, from 0
   */
  public long eventTime(int index) {
    return eventTime[index];
  }

  /**
   * {@return a value, in the series' own unit}
   *
   * @param index of the value, from 0
   */
  public double value(int index) {
    return value[index];
  }

  /**
   * {@return the value known at a time, NaN if none was}
   *
   * @param epochMillis the time, epoch milliseconds UTC
   */
  public double at(long epochMillis) {
    int index = indexAt(epochMillis);
    return index < 0 ? Double.NaN : value[index];
  }
}
