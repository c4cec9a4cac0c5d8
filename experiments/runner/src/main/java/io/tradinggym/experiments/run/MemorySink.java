package io.tradinggym.experiments.run;

import io.tradinggym.agents.train.log.CsvSink;
import io.tradinggym.agents.train.log.MetricSink;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Figures in memory, as {@link CsvSink} would give them back. */
final class MemorySink implements MetricSink {
  private final List<CsvSink.Row> rows = new ArrayList<>();

  List<CsvSink.Row> rows() {
    return rows;
  }

  @Override
  public void open(long steps) {
    rows.removeIf(row -> row.steps() > steps);
  }

  @Override
  public void write(long steps, SortedMap<String, Double> figures) {
    SortedMap<String, Double> defined = new TreeMap<>(figures);
    defined.values().removeIf(value -> !Double.isFinite(value));
    rows.add(new CsvSink.Row(steps, defined));
  }

  @Override
  public void close() {}
}
