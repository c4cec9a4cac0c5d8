package io.tradinggym.experiments.cli;

import java.util.stream.Stream;

/** How wide a column must be. */
final class Columns {
  private Columns() {}

  /** The longest of the texts, at least so many characters. */
  static int width(int least, Stream<String> texts) {
    return Math.max(least, texts.mapToInt(String::length).max().orElse(0));
  }
}
