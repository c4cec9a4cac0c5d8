package io.tradinggym.experiments.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How the cost of a step grows with lanes, assets, the width of a network, the length of a history and threads, a JVM
 * for each size. Told is the cost of one unit of each: where cost is linear, it stays what it is.
 */
public final class Growth {
  private static final int LANES_OF_THREADS = 1024;
  private static final double NANOS = 1e9;
  private static final double MILLION = 1e6;

  /** What is made larger. */
  enum Axis {
    /** Of a replayed {@code Stock-v1}; a unit is a step of one lane. */
    LANES,
    /** Of a replayed {@code Portfolio-v1}, all traded in every step; a unit is a step of one asset. */
    ASSETS,
    /** Of both hidden layers in a training step of 256 rows; a unit is a million floating-point operations. */
    WIDTH,
    /** Bars that {@code Stock-v1} replays: a year, ten and a hundred of days, five of minutes; a unit is a step. */
    HISTORY,
    /** That step 1,024 lanes of a replayed {@code Stock-v1}; a unit is a step of one lane, by CPU time of all. */
    THREADS;

    int[] sizes() {
      return switch (this) {
        case LANES -> new int[] {1, 64, 1024, 4096, 32_768};
        case ASSETS -> new int[] {1, 3, 10, 30, 100, 500};
        case WIDTH -> new int[] {32, 64, 128, 256, 512};
        case HISTORY -> new int[] {252, 2520, 25_200, 491_400};
        case THREADS -> new int[] {1, 2};
      };
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** One size: what is measured, and how many units one of its steps has. */
  record Point(Axis axis, int size, double units, Benchmark benchmark) {}

  private Growth() {}

  /** All sizes, axis by axis. */
  static List<Point> points() {
    List<Point> points = new ArrayList<>();
    for (Axis axis : Axis.values()) {
      for (int size : axis.sizes()) {
        points.add(point(axis, size));
      }
    }
    return points;
  }

  private static Point point(Axis axis, int size) {
    String name = name(axis, size);
    return switch (axis) {
      case LANES -> stocks(axis, size, size, 1, Histories.BARS);
      case HISTORY -> stocks(axis, size, 1, 1, size);
      case THREADS -> stocks(axis, size, LANES_OF_THREADS, size, Histories.BARS);
      case ASSETS ->
          new Point(
              axis,
              size,
              size,
              Suite.stepping(name, 1, 1, () -> Suite.stocks("Portfolio-v1", size, Histories.BARS)));
      case WIDTH -> {
        double flops = Networks.trainingFlops(size);
        yield new Point(
            axis,
            size,
            flops / MILLION,
            new Benchmark(name, 1, 1, false, flops, () -> Networks.trainingStep(size)));
      }
    };
  }

  private static Point stocks(Axis axis, int size, int lanes, int threads, int bars) {
    String name = name(axis, size);
    return new Point(
        axis,
        size,
        1,
        Suite.stepping(name, lanes, threads, () -> Suite.stocks("Stock-v1", 1, bars)));
  }

  private static String name(Axis axis, int size) {
    return "growth/" + axis.word() + "/" + size;
  }

  /**
   * Measures all sizes and prints a line for each, with the nanoseconds of a unit and how often the first size's that
   * is.
   *
   * @param out where lines go, as they are known
   * @throws IOException if a JVM could not be started or failed
   */
  public static void report(PrintWriter out) throws IOException, InterruptedException {
    out.printf(
        Locale.ROOT,
        "%-9s %9s %14s %12s %12s%n",
        "",
        "size",
        "steps/CPU s",
        "ns a unit",
        "of first");
    double first = 0;
    for (Point point : points()) {
      ObjectNode line = Isolated.measure(point.benchmark(), Meter.FULL);
      String rate =
          point.axis() == Axis.THREADS ? "steps_per_jvm_cpu_second" : "steps_per_cpu_second";
      double steps = line.path(rate).asDouble();
      double unit = NANOS / steps / point.units();
      boolean begins = point.size() == point.axis().sizes()[0];
      first = begins ? unit : first;
      out.printf(
          Locale.ROOT,
          "%-9s %,9d %,14.0f %,12.1f %12.2f%n",
          begins ? point.axis().word() : "",
          point.size(),
          steps,
          unit,
          unit / first);
      out.flush();
    }
  }
}
