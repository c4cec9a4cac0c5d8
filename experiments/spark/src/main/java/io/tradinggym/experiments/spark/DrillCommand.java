package io.tradinggym.experiments.spark;

import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.ledger.Ledger;
import io.tradinggym.experiments.run.RunFolder;
import io.tradinggym.experiments.run.TrialSet;
import io.tradinggym.experiments.work.Machines;
import io.tradinggym.experiments.work.Workers;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Loses a worker in the middle of trials. */
@Command(
    name = "spark-drill",
    description =
        "Does trials on threads, and on a Spark cluster of processes of this machine that loses a"
            + " worker on the way; the results must have the same hash. Says what a cluster's start"
            + " and each trial cost.")
final class DrillCommand implements Runnable {
  private static final double SECOND = 1e9;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--trials", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private int trials = 200;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "Steps of a trial, a PPO agent on CartPole-v1. Default: ${DEFAULT-VALUE}.")
  private int steps = 2_000;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Workers, of which the first is lost. Default: ${DEFAULT-VALUE}.")
  private int workers = 2;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "A new folder for results and for what the processes say.")
  private Path out = Path.of("");

  @Override
  public void run() {
    if (trials < 2 || workers < 2 || steps < 1) {
      throw new UserError("a drill needs --trials and --workers >= 2, and --steps >= 1");
    }
    RunFolder.create(out);
    String text = specification();
    Ledger ledger = Ledger.at(out.resolve(Ledger.NAME));
    PrintWriter say = spec.commandLine().getOut();

    long began = System.nanoTime();
    String threads;
    try (Workers pool = new Workers(workers)) {
      threads = done(text, "threads", ledger, pool);
    }
    line(say, "threads: " + workers + " at a time", began, threads);

    try (LocalCluster cluster = new LocalCluster(out.resolve("cluster"), workers)) {
      String lost = onCluster(text, ledger, cluster, say);
      say.println(
          lost.equals(threads)
              ? "The same hash: a lost worker changes nothing."
              : "The hashes differ.");
      say.flush();
      if (!lost.equals(threads)) {
        throw new IllegalStateException("a cluster gave other results than threads");
      }
    }
  }

  private String specification() {
    return """
    environment: {id: CartPole-v1, lanes: 8}
    algorithm: {steps: %d, rolloutSteps: 32, minibatch: 64, hidden: [16]}
    seeds: 1
    evaluation: {validations: 2, validationPaths: 4, paths: 2}
    """
        .formatted(steps);
  }

  private String onCluster(String text, Ledger ledger, LocalCluster cluster, PrintWriter say) {
    long began = System.nanoTime();
    double before = processorTime();
    AtomicLong first = new AtomicLong();
    AtomicBoolean killed = new AtomicBoolean();
    AtomicReference<Double> used = new AtomicReference<>(0.0);
    IntConsumer count =
        done -> {
          if (first.compareAndSet(0, System.nanoTime())) {
            used.set(processorTime() - before);
          }
          if (done >= trials / 4 && killed.compareAndSet(false, true)) {
            cluster.kill(0);
            say.println("after " + done + " trials, worker 1 and its executor are killed");
            say.flush();
          }
        };
    Machines spark = Workers.machines(cluster.address());
    try (Workers pool = Workers.on(spark, count)) {
      long ready = System.nanoTime();
      String hash = done(text, "spark", ledger, pool);
      line(say, "Spark: to a driver's context", began, ready, "");
      line(
          say,
          "Spark: to the first result",
          began,
          first.get(),
          String.format(Locale.ROOT, "%.1f s of processor time, driver and workers", used.get()));
      line(say, "Spark: " + workers + " workers, one lost", ready, System.nanoTime(), hash);
      if (!killed.get()) {
        throw new IllegalStateException("no worker was killed");
      }
      long again = System.nanoTime();
      double idle = processorTime();
      done(text, "spark", ledger, pool);
      line(say, "Spark: the same, results there", again, System.nanoTime(), hash);
      say.printf(
          Locale.ROOT,
          "beside its training a trial costs %.1f ms, %.1f ms of processor time%n",
          (System.nanoTime() - again) / SECOND / trials * 1000,
          (processorTime() - idle) / trials * 1000);
      return hash;
    }
  }

  /** Seconds of this process and of all that it started and that live. */
  private static double processorTime() {
    return Stream.concat(Stream.of(ProcessHandle.current()), ProcessHandle.current().descendants())
        .mapToDouble(
            process -> process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L) / SECOND)
        .sum();
  }

  private String done(String text, String folder, Ledger ledger, Workers pool) {
    return new TrialSet(text, out.resolve(folder)).complete(1, trials, ledger, pool, result -> {});
  }

  private static void line(PrintWriter say, String what, long from, String hash) {
    line(say, what, from, System.nanoTime(), hash);
  }

  private static void line(PrintWriter say, String what, long from, long to, String hash) {
    say.printf(Locale.ROOT, "%-32s %8.2f s  %s%n", what, (to - from) / SECOND, hash);
    say.flush();
  }
}
