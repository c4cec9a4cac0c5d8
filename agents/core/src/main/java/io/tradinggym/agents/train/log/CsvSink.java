package io.tradinggym.agents.train.log;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Figures as CSV: a header, then a line an iteration; what is not defined is an empty cell. */
public final class CsvSink implements MetricSink {
  private final Path file;
  private @Nullable BufferedWriter out;
  private boolean headed;

  /** Writes to a file. */
  public CsvSink(Path file) {
    this.file = file;
  }

  @Override
  public void open(long steps) throws IOException {
    out = LineFile.open(file, line -> steps > 0 && keeps(line, steps));
    headed = Files.size(file) > 0;
  }

  private static boolean keeps(String line, long steps) {
    String first = line.substring(0, Math.max(0, line.indexOf(',')));
    return first.equals("steps") || Long.parseLong(first) <= steps;
  }

  @Override
  public void write(long steps, SortedMap<String, Double> figures) throws IOException {
    BufferedWriter writer = java.util.Objects.requireNonNull(out, "open first");
    if (!headed) {
      writer.write("steps," + String.join(",", figures.keySet()) + "\n");
      headed = true;
    }
    StringBuilder line = new StringBuilder().append(steps);
    for (double value : figures.values()) {
      line.append(',').append(Double.isFinite(value) ? String.valueOf(value) : "");
    }
    writer.write(line.append('\n').toString());
    writer.flush();
  }

  @Override
  public void close() throws IOException {
    if (out != null) {
      out.close();
    }
  }
}
