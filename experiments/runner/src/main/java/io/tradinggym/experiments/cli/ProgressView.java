package io.tradinggym.experiments.cli;

import io.tradinggym.experiments.config.RunConfig;
import io.tradinggym.experiments.run.TrainingProgress;
import java.io.Console;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** How far all trainings are, on standard error: a bar for a person, a line now and then for a file. */
final class ProgressView implements TrainingProgress, AutoCloseable {
  private static final int WIDTH = 100;
  private static final int REFRESH_MILLISECONDS = 250;
  private static final int LINES = 10;

  private final Map<Long, Long> steps = new TreeMap<>();
  private final Map<Long, Double> returns = new TreeMap<>();
  private final long total;
  private final @Nullable ProgressBar bar;
  private int lines;

  @SuppressWarnings("SystemConsoleNull") // It is null under -Djdk.console=java.base.
  ProgressView(RunConfig config) {
    total = config.algorithm().steps() * config.seeds();
    Console console = System.console();
    bar = console != null && console.isTerminal() ? newBar() : null;
  }

  private ProgressBar newBar() {
    return new ProgressBarBuilder()
        .setTaskName("Training")
        .setInitialMax(total)
        .setStyle(ProgressBarStyle.ASCII)
        .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH))
        .setUpdateIntervalMillis(REFRESH_MILLISECONDS)
        .setUnit("k", 1000)
        .showSpeed()
        .build();
  }

  @Override
  public synchronized void at(long seed, long taken, double meanReturn) {
    steps.put(seed, taken);
    if (!Double.isNaN(meanReturn)) {
      returns.put(seed, meanReturn);
    }
    long sum = Math.min(total, steps.values().stream().mapToLong(Long::longValue).sum());
    double mean =
        returns.values().stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    if (bar != null) {
      bar.stepTo(sum);
      bar.setExtraMessage(" " + told(mean));
    } else if (sum * LINES / total > lines) {
      lines = (int) (sum * LINES / total);
      System.err.printf(Locale.ROOT, "training %3d%%, %s%n", 100 * sum / total, told(mean));
    }
  }

  private static String told(double mean) {
    return Double.isNaN(mean)
        ? "no episode has ended yet"
        : String.format(Locale.ROOT, "mean return %.3f", mean);
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
