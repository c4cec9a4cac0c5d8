package io.tradinggym.agents.train.log;

import java.io.Closeable;
import java.io.IOException;
import java.util.SortedMap;

/** Somewhere to write figures to. */
public interface MetricSink extends Closeable {
  /**
   * Begins, or goes on after an interruption: what was written for later steps is dropped.
   *
   * @param steps environment steps that are already learned from
   * @throws IOException if what is there cannot be read, or it cannot be written
   */
  void open(long steps) throws IOException;

  /**
   * Writes the figures of an iteration, in the order of their names.
   *
   * @param steps environment steps so far, over all lanes
   * @param figures by name, such as {@code loss/policy}
   * @throws IOException if it cannot be written
   */
  void write(long steps, SortedMap<String, Double> figures) throws IOException;
}
