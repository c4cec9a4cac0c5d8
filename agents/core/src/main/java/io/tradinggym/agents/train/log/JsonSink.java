package io.tradinggym.agents.train.log;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Figures as JSON lines: one object an iteration, {@code {"steps":2048,"loss/policy":-0.003}}; undefined is null. */
public final class JsonSink implements MetricSink {
  private static final String STEPS = "{\"steps\":";

  private final Path file;
  private @Nullable BufferedWriter out;

  /**
   * Writes to a file.
   *
   * @param file that is written, a JSON object a line
   */
  public JsonSink(Path file) {
    this.file = file;
  }

  @Override
  public void open(long steps) throws IOException {
    out = LineFile.open(file, line -> steps > 0 && line.endsWith("}") && steps(line) <= steps);
  }

  private static long steps(String line) {
    return Long.parseLong(line.substring(STEPS.length(), line.indexOf(',')));
  }

  @Override
  public void write(long steps, SortedMap<String, Double> figures) throws IOException {
    StringBuilder line = new StringBuilder(STEPS).append(steps);
    figures.forEach(
        (name, value) ->
            line.append(",\"")
                .append(name.replace("\\", "\\\\").replace("\"", "\\\""))
                .append("\":")
                .append(Double.isFinite(value) ? String.valueOf(value) : "null"));
    BufferedWriter writer = Objects.requireNonNull(out, "open first");
    writer.write(line.append("}\n").toString());
    writer.flush();
  }

  @Override
  public void close() throws IOException {
    if (out != null) {
      out.close();
    }
  }
}
