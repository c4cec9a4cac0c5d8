package io.tradinggym.experiments.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradinggym.api.Registry;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.bench.Benchmark;
import io.tradinggym.experiments.bench.Isolated;
import io.tradinggym.experiments.bench.Journals;
import io.tradinggym.experiments.bench.Latency;
import io.tradinggym.experiments.bench.Lives;
import io.tradinggym.experiments.bench.Meter;
import io.tradinggym.experiments.bench.Solving;
import io.tradinggym.experiments.bench.Suite;
import io.tradinggym.experiments.run.RunFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the speed of environments, networks and learning on this machine. */
@Command(
    name = "bench",
    description = {
      "Measures steps per second of environments, networks and learning, through the public API.",
      "Each benchmark has a JVM of its own; the best of several rounds is told, in seconds of the"
          + " clock and of CPU time."
    })
final class BenchCommand implements Callable<Integer> {
  private static final List<Integer> LANES = List.of(1, 64, 1024);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--quick", description = "The main figures only, in less than half a minute.")
  private boolean quick;

  @Option(names = "--out", paramLabel = "FILE", description = "Write JSON lines here.")
  private @Nullable Path out;

  @Option(
      names = "--only",
      paramLabel = "TEXT",
      description = "Only benchmarks whose name contains this.")
  private String only = "";

  @Option(
      names = "--solve",
      description = "Instead: seconds until PPO has solved CartPole-v1, ten seeds, a JVM for each.")
  private boolean solve;

  @Option(
      names = "--latency",
      description = "Instead: nanoseconds of single decisions of the customary policies.")
  private boolean latency;

  @Option(
      names = "--journals",
      description =
          "Instead: a hash of everything that trading environments say to random actions, one a"
              + " setting.")
  private boolean journals;

  @Option(
      names = "--lives",
      paramLabel = "N",
      description =
          "Instead: N random lives of MultiAsset-v1 and N of its account in sleeves; whether books"
              + " balance, sleeves sum, and fills and cash flows are the change in cash, to the"
              + " unit. A million takes some minutes.")
  private long lives;

  @Option(
      names = "--env",
      paramLabel = "ENV",
      split = ",",
      description =
          "Measure these environments instead, with their default options, over 1, 64 and 1024"
              + " lanes.")
  private List<String> ids = new ArrayList<>();

  @Option(
      names = "--threads",
      paramLabel = "N",
      split = ",",
      description = "Threads for --env. Default: 1.")
  private List<Integer> threads = List.of(1);

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (solve) {
      Solving.report(spec.commandLine().getOut());
      return 0;
    }
    if (latency) {
      Latency.report(spec.commandLine().getOut());
      return 0;
    }
    if (journals) {
      Journals.report(spec.commandLine().getOut());
      return 0;
    }
    if (lives != 0) {
      if (lives < 1) {
        throw new UserError("--lives must be >= 1, was " + lives);
      }
      Lives.report(spec.commandLine().getOut(), lives);
      return 0;
    }
    RunFolder.requireWritable(out);
    List<Benchmark> chosen = ids.isEmpty() ? suite() : environments();
    PrintWriter table = spec.commandLine().getOut();
    table.printf(
        "%-34s %6s %8s %15s %15s %11s %12s%n",
        "benchmark", "lanes", "threads", "steps/s", "steps/CPU s", "bytes/step", "GFLOP/CPU s");
    StringBuilder lines = new StringBuilder();
    for (Benchmark benchmark : chosen) {
      ObjectNode line = Isolated.measure(benchmark, quick ? Meter.QUICK : Meter.FULL);
      table.printf(
          "%-34s %6d %8d %,15.0f %,15.0f %11.3f %12s%n",
          benchmark.name(),
          benchmark.lanes(),
          benchmark.threads(),
          line.path("steps_per_second").asDouble(),
          line.path("steps_per_cpu_second").asDouble(),
          line.path("allocated_bytes_per_step").asDouble(),
          gflop(line.path("gflop_per_cpu_second").asDouble()));
      table.flush();
      lines.append(line).append('\n');
    }
    if (out != null) {
      RunFolder.replace(out, lines.toString());
    }
    return 0;
  }

  private static String gflop(double perSecond) {
    return perSecond == 0 ? "" : String.format(Locale.ROOT, "%.1f", perSecond);
  }

  private List<Benchmark> suite() {
    List<Benchmark> chosen =
        Suite.all().stream()
            .filter(b -> b.quick() || !quick)
            .filter(b -> b.name().contains(only))
            .toList();
    if (chosen.isEmpty()) {
      throw new UserError(
          "--only "
              + only
              + " leaves nothing; known: "
              + Suite.all().stream().map(Benchmark::name).distinct().toList());
    }
    return chosen;
  }

  private List<Benchmark> environments() {
    List<Benchmark> chosen = new ArrayList<>();
    for (String id : ids) {
      requireKnown(id);
      for (int count : threads) {
        if (count < 1) {
          throw new UserError("--threads must be >= 1, was " + count);
        }
        LANES.stream()
            .filter(lanes -> count <= lanes)
            .forEach(lanes -> chosen.add(Suite.environment(id, lanes, count)));
      }
    }
    return chosen;
  }

  private static void requireKnown(String id) {
    try {
      Registry.global().get(id);
    } catch (IllegalArgumentException e) {
      throw new UserError(String.valueOf(e.getMessage()), e);
    }
  }
}
