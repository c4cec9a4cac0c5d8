package io.tradinggym.experiments.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What the figures were measured on: half of every benchmark. */
final class Machine {
  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  private Machine() {}

  /** The machine and the JVM. */
  static Map<String, Object> describe() {
    Map<String, Object> words = new LinkedHashMap<>();
    words.put("cpu", cpu());
    words.put("processors", Runtime.getRuntime().availableProcessors());
    words.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    words.put("jvm", System.getProperty("java.vm.name") + " " + Runtime.version());
    return words;
  }

  private static String cpu() {
    try (Stream<String> lines = Files.lines(CPU_INFO)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    } catch (IOException e) {
      return "unknown";
    }
  }
}
