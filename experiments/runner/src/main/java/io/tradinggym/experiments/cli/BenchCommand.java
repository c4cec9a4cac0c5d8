package io.tradinggym.experiments.cli;

import io.tradinggym.api.Options;
import io.tradinggym.api.Registry;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.bench.Throughput;
import io.tradinggym.experiments.run.RunFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how many steps per second environments take. */
@Command(
    name = "bench",
    description = "Measures how many steps per second environments take, through the public API, and writes JSON lines.")
final class BenchCommand implements Runnable {
  private static final List<Integer> LANES = List.of(1, 64, 1024);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--quick", description = "Short rounds: a second per measurement instead of six.")
  private boolean quick;

  @Option(names = "--out", paramLabel = "FILE", description = "Write JSON lines here.")
  private @Nullable Path out;

  @Option(
      names = "--env",
      paramLabel = "ENV",
      split = ",",
      description = "Environments to measure. Default: ${DEFAULT-VALUE}.")
  private List<String> ids = List.of("CartPole-v1", "Stock-v1", "Portfolio-v1");

  @Option(names = "--threads", paramLabel = "N", split = ",", description = "Threads. Default: ${DEFAULT-VALUE}.")
  private List<Integer> threads = List.of(1);

  @Override
  public void run() {
    RunFolder.requireWritable(out);
    PrintWriter console = spec.commandLine().getOut();
    StringBuilder lines = new StringBuilder();
    console.printf("%-26s %6s %8s %15s%n", "benchmark", "lanes", "threads", "steps/s");
    for (String id : ids) {
      for (int count : threads) {
        for (int lanes : LANES) {
          if (count <= lanes) {
            Throughput.Result result = measure(id, lanes, count);
            console.printf("%-26s %6d %8d %,15.0f%n", id, lanes, count, result.stepsPerSecond());
            console.flush();
            lines.append(result.json()).append('\n');
          }
        }
      }
    }
    if (out != null) {
      RunFolder.replace(out, lines.toString());
    }
  }

  private Throughput.Result measure(String id, int lanes, int count) {
    try {
      return Throughput.measure(
          id, Registry.global().maker(id, Options.NONE), lanes, count, quick ? 0.2 : 1, quick ? 5 : 6);
    } catch (IllegalArgumentException e) {
      throw new UserError(String.valueOf(e.getMessage()), e);
    }
  }
}
