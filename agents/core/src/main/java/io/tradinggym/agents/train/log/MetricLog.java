package io.tradinggym.agents.train.log;

import io.tradinggym.agents.train.Callback;
import io.tradinggym.agents.train.EpisodeTracker;
import io.tradinggym.agents.train.PeriodicEvaluation;
import io.tradinggym.agents.train.TrainingRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes the learner's figures and the mean return and length of the last hundred episodes after every iteration. A
 * resumed run goes on where its checkpoint stands.
 */
public final class MetricLog implements Callback {
  private final List<MetricSink> sinks;
  private @Nullable PeriodicEvaluation evaluation;
  private boolean open;

  /**
   * A log to some sinks.
   *
   * @param sinks where figures are written
   */
  public MetricLog(List<MetricSink> sinks) {
    this.sinks = List.copyOf(sinks);
  }

  /**
   * {@return a log to CSV, JSON lines and TensorBoard events in a folder}
   *
   * @param folder that receives the files, made if it is missing
   * @param clock for the time in file names and events
   */
  public static MetricLog in(Path folder, InstantSource clock) {
    return new MetricLog(
        List.of(
            new CsvSink(folder.resolve("progress.csv")),
            new JsonSink(folder.resolve("progress.jsonl")),
            new TensorBoardSink(folder, clock)));
  }

  /**
   * {@return this log, which from now on also writes what an evaluation of the same run finds, as {@code
   * evaluation/return}}
   *
   * @param watched an evaluation that is among the callbacks
   */
  public MetricLog with(PeriodicEvaluation watched) {
    evaluation = watched;
    return this;
  }

  @Override
  public void started(TrainingRun run) {
    if (open) {
      throw new IllegalStateException(
          "this MetricLog writes the log of another training; give each training its own");
    }
    open = true;
    write(
        () -> {
          for (MetricSink sink : sinks) {
            sink.open(run.learner().steps());
          }
        });
  }

  @Override
  public boolean iterated(TrainingRun run) {
    TreeMap<String, Double> figures = new TreeMap<>(run.learner().metrics());
    EpisodeTracker episodes = run.learner().episodes();
    figures.put("episode/return", episodes.meanReturn());
    figures.put("episode/length", episodes.meanLength());
    figures.put("episode/count", (double) episodes.finished());
    List<PeriodicEvaluation.Point> points = evaluation == null ? List.of() : evaluation.points();
    if (!points.isEmpty() && points.getLast().steps() == run.learner().steps()) {
      figures.put("evaluation/return", points.getLast().meanReturn());
    }
    write(
        () -> {
          for (MetricSink sink : sinks) {
            sink.write(run.learner().steps(), figures);
          }
        });
    return true;
  }

  @Override
  public void ended(TrainingRun run) {
    if (open) {
      open = false;
      write(
          () -> {
            for (MetricSink sink : sinks) {
              sink.close();
            }
          });
    }
  }

  private interface Writing {
    void run() throws IOException;
  }

  private static void write(Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the training log: " + e.getMessage(), e);
    }
  }
}
