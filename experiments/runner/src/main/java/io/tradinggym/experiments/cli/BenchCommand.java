package io.tradinggym.experiments.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.bench.Benchmark;
import io.tradinggym.experiments.bench.FreshStart;
import io.tradinggym.experiments.bench.Growth;
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
import java.util.stream.Stream;
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
      "Each benchmark has a JVM of its own. Told are medians of several rounds, by CPU time of the"
          + " thread that steps, with the distance between the slowest and the fastest round, of"
          + " the whole JVM, and by the clock; and how much that is of a bare loop over CartPole's"
          + " physics, which is measured first: ratios hold on other machines."
    })
final class BenchCommand implements Callable<Integer> {
  private static final String HEAD =
      String.format(
          "%-36s %6s %7s %13s %7s %13s %13s %9s %10s %6s",
          "benchmark",
          "lanes",
          "threads",
          "steps/CPU s",
          "spread",
          "/JVM CPU s",
          "steps/s",
          "bare loop",
          "bytes/step",
          "GFLOP");

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
      names = "--fresh",
      description =
          "Instead: 100,000 steps of PPO on CartPole-v1 with reference settings, five times in a"
              + " fresh JVM: CPU time of the learner and of all that the JVM does beside it.")
  private boolean fresh;

  @Option(
      names = "--latency",
      description = "Instead: nanoseconds of single decisions of the customary policies.")
  private boolean latency;

  @Option(
      names = "--growth",
      description =
          "Instead: what a step costs with more lanes, assets, width of a network, bars of history"
              + " and threads. Takes some minutes.")
  private boolean growth;

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
          "Measure these environments instead: registered ones with their default options, or"
              + " settings of the suite, such as Stock-v1/replayed.")
  private List<String> ids = new ArrayList<>();

  @Option(
      names = "--lanes",
      paramLabel = "N",
      split = ",",
      description = "Lanes for --env. Default: 1,64,1024.")
  private List<Integer> lanes = List.of(1, 64, 1024);

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
    if (fresh) {
      FreshStart.report(spec.commandLine().getOut());
      return 0;
    }
    if (latency) {
      Latency.report(spec.commandLine().getOut());
      return 0;
    }
    if (growth) {
      Growth.report(spec.commandLine().getOut());
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
    List<Benchmark> chosen = behindTheBareLoop(ids.isEmpty() ? suite() : environments());
    PrintWriter table = spec.commandLine().getOut();
    Meter meter = quick ? Meter.QUICK : Meter.FULL;
    table.println(HEAD);
    StringBuilder lines = new StringBuilder();
    double bare = 0;
    for (Benchmark benchmark : chosen) {
      ObjectNode line = Isolated.measure(benchmark, meter);
      double perCpuSecond = line.path("steps_per_cpu_second").asDouble();
      bare = bare == 0 ? perCpuSecond : bare;
      line.put("of_bare_loop", perCpuSecond / bare);
      table.println(row(benchmark, line));
      table.flush();
      lines.append(line).append('\n');
    }
    if (out != null) {
      RunFolder.replace(out, lines.toString());
    }
    return 0;
  }

  private static String row(Benchmark benchmark, ObjectNode line) {
    double median = line.path("steps_per_cpu_second").asDouble();
    double apart =
        (line.path("most_per_cpu_second").asDouble() - line.path("least_per_cpu_second").asDouble())
            / median;
    double gflop = line.path("gflop_per_cpu_second").asDouble();
    return String.format(
            Locale.ROOT,
            "%-36s %6d %7d %,13.0f %5.0f %% %,13.0f %,13.0f %9.3g %10.3f %6s",
            benchmark.name(),
            benchmark.lanes(),
            benchmark.threads(),
            median,
            100 * apart,
            line.path("steps_per_jvm_cpu_second").asDouble(),
            line.path("steps_per_second").asDouble(),
            line.path("of_bare_loop").asDouble(),
            line.path("allocated_bytes_per_step").asDouble(),
            gflop == 0 ? "" : String.format(Locale.ROOT, "%.1f", gflop))
        .stripTrailing();
  }

  /** The bare loop is in front of any choice. */
  private static List<Benchmark> behindTheBareLoop(List<Benchmark> chosen) {
    Benchmark bare = Suite.bareLoop();
    return Stream.concat(
            Stream.of(bare), chosen.stream().filter(b -> !b.name().equals(bare.name())))
        .toList();
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
        positive("--threads", count);
        for (int many : lanes) {
          positive("--lanes", many);
          if (count <= many) {
            chosen.add(Suite.environment(id, many, count));
          }
        }
      }
    }
    return chosen;
  }

  private static void positive(String option, int value) {
    if (value < 1) {
      throw new UserError(option + " must be >= 1, was " + value);
    }
  }

  private static void requireKnown(String id) {
    try {
      Suite.environment(id, 1, 1);
    } catch (IllegalArgumentException e) {
      throw new UserError(
          e.getMessage() + "; settings of the suite: " + String.join(", ", Suite.settings()), e);
    }
  }
}
