package io.tradinggym.experiments.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures each benchmark in a JVM of its own, started with the flags and class path of this one: code compiled for one
 * environment alone is what a program that uses one environment has. Where this JVM's classes do not come from its
 * class path (inside a test launcher, a notebook), there is nothing to hand on, and the benchmark runs here.
 */
public final class Isolated {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Isolated() {}

  /**
   * One line of JSON.
   *
   * @throws IOException if the other JVM failed, with what it said
   */
  public static ObjectNode measure(Benchmark benchmark, Meter meter)
      throws IOException, InterruptedException {
    return Isolated.class.getClassLoader() == ClassLoader.getSystemClassLoader()
        ? elsewhere(benchmark, meter)
        : here(benchmark, meter);
  }

  private static ObjectNode here(Benchmark benchmark, Meter meter) {
    ObjectNode line = JSON.valueToTree(meter.measure(benchmark));
    line.setAll((ObjectNode) JSON.valueToTree(Machine.describe()));
    return line;
  }

  private static ObjectNode elsewhere(Benchmark benchmark, Meter meter)
      throws IOException, InterruptedException {
    List<String> arguments =
        List.of(
            benchmark.name(),
            "" + benchmark.lanes(),
            "" + benchmark.threads(),
            "" + meter.warmUpSeconds(),
            "" + meter.rounds(),
            "" + meter.roundSeconds());
    String line = lastLine(Isolated.class, arguments, "benchmark " + benchmark.name());
    return (ObjectNode) JSON.readTree(line);
  }

  /**
   * Runs a program in a JVM of its own, with flags and class path of this one.
   *
   * @param what it is, for errors
   * @return the line of JSON that it ends with
   * @throws IOException if it failed, with what it said
   */
  static String lastLine(Class<?> program, List<String> arguments, String what)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int code = process.waitFor();
      String last = output.strip().substring(output.strip().lastIndexOf('\n') + 1);
      if (code != 0 || !last.startsWith("{")) {
        throw new IOException(what + " failed with exit code " + code + ":\n" + output);
      }
      return last;
    } finally {
      process.destroy();
    }
  }

  /** The other JVM: name, lanes, threads, then the numbers of the {@link Meter}. */
  public static void main(String[] args) {
    Benchmark chosen = Suite.find(args[0], Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    Meter meter =
        new Meter(
            Double.parseDouble(args[3]), Integer.parseInt(args[4]), Double.parseDouble(args[5]));
    System.out.println(here(chosen, meter));
  }
}
