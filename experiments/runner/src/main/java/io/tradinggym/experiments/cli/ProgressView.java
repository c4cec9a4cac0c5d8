package io.tradinggym.experiments.cli;

import io.tradinggym.experiments.config.RunConfig;
import io.tradinggym.experiments.run.TrainingProgress;
import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How far all trainings are: one line that is written over itself for a person, a line now and then for a file. */
final class ProgressView implements TrainingProgress, AutoCloseable {
  /** One column less than a terminal has, so that it never breaks. */
  static final int WIDTH = 79;

  private static final long REFRESH_NANOS = 250_000_000L;
  private static final int LINES = 10;
  private static final int BAR = 20;

  private final Map<Long, Long> steps = new TreeMap<>();
  private final Map<Long, Double> returns = new TreeMap<>();
  private final long total;
  private final PrintStream out;
  private final boolean person;
  private final long start = System.nanoTime();
  private long first = -1;
  private long shown;
  private int lines;
  private boolean open;
  private boolean training = true;
  private volatile boolean stopped;

  @SuppressWarnings("SystemConsoleNull") // It is null under -Djdk.console=java.base.
  ProgressView(RunConfig config) {
    Console console = System.console();
    this(
        config.algorithm().steps() * config.seeds(),
        System.err,
        console != null && console.isTerminal());
  }

  ProgressView(long total, PrintStream out, boolean person) {
    this.total = total;
    this.out = out;
    this.person = person;
  }

  @Override
  public synchronized void at(long seed, long taken, double meanReturn) {
    steps.put(seed, taken);
    if (!Double.isNaN(meanReturn)) {
      returns.put(seed, meanReturn);
    }
    long sum = Math.min(total, steps.values().stream().mapToLong(Long::longValue).sum());
    first = first < 0 ? sum : first;
    double mean =
        returns.values().stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    long now = System.nanoTime();
    if (person && (now - shown >= REFRESH_NANOS || sum == total)) {
      shown = now;
      open = true;
      out.print("\r" + line(sum, mean, (now - start) / 1e9));
      out.flush();
    } else if (!person && sum * LINES / total > lines) {
      lines = (int) (sum * LINES / total);
      out.printf(Locale.ROOT, "training %3d%%, %s%n", 100 * sum / total, told(mean));
    }
  }

  /** At most {@link #WIDTH} columns, padded so that it covers the line before. */
  String line(long sum, double mean, double seconds) {
    int filled = (int) (BAR * sum / total);
    double rate = (sum - Math.max(0, first)) / Math.max(1e-9, seconds);
    long left = rate > 0 ? (long) Math.ceil((total - sum) / rate) : 0;
    String text =
        String.format(
            Locale.ROOT,
            "[%s%s] %3d%% %s steps/s, %s, %s left",
            "#".repeat(filled),
            ".".repeat(BAR - filled),
            100 * sum / total,
            rate < 10_000
                ? String.format(Locale.ROOT, "%,.0f", rate)
                : String.format(Locale.ROOT, "%,.0fk", rate / 1000),
            told(mean),
            left >= 3600
                ? String.format(Locale.ROOT, "%dh%02dm", left / 3600, left / 60 % 60)
                : String.format(Locale.ROOT, "%dm%02ds", left / 60, left % 60));
    return text.length() > WIDTH
        ? text.substring(0, WIDTH)
        : text + " ".repeat(WIDTH - text.length());
  }

  private static String told(double mean) {
    return Double.isNaN(mean)
        ? "no episode has ended yet"
        : String.format(Locale.ROOT, "mean return %.3f", mean);
  }

  @Override
  public synchronized void trained() {
    training = false;
    close();
  }

  /** Asks the trainings to stop; false if there is nothing to wait for. */
  synchronized boolean stop() {
    stopped = training;
    return stopped;
  }

  @Override
  public boolean stopped() {
    return stopped;
  }

  @Override
  public synchronized void close() {
    if (open) {
      open = false;
      out.println();
    }
  }
}
