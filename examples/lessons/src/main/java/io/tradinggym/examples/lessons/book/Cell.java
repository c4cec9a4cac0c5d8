package io.tradinggym.examples.lessons.book;

import java.util.Set;

/**
 * One cell of a notebook.
 *
 * @param number its place, from 1
 * @param code whether it runs; otherwise it is Markdown
 * @param source its text
 * @param tags what it is for: {@code guess}, {@code knob}, {@code pitfalls}, {@code exercise}, {@code check}, {@code
 *     claim}
 */
public record Cell(int number, boolean code, String source, Set<String> tags) {
  /** Fixes the tags. */
  public Cell {
    tags = Set.copyOf(tags);
  }

  /** The Java of a cell: lines for the kernel, which begin with %, are blank. */
  public String java() {
    return source
        .lines()
        .map(line -> line.startsWith("%") ? "" : line)
        .reduce("", (a, b) -> a + b + "\n");
  }

  /** The first line that says something. */
  public String firstLine() {
    return source.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
  }
}
