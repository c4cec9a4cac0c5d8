package io.tradinggym.examples.lessons.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Asks and shows, line by line. */
final class Terminal {
  static final String DISCLAIMER =
      "For education and simulation only; not investment advice. Trading can lose money.";

  private final BufferedReader in =
      new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
  private final PrintWriter out;

  Terminal(PrintWriter out) {
    this.out = out;
  }

  /** A line that was typed; null once nothing more comes. */
  @Nullable String ask(String what) {
    out.print(what);
    out.flush();
    try {
      return in.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void show(String text) {
    out.println(text);
    out.flush();
  }

  /** Markdown as it is read in a terminal: formulas stand indented, marks of emphasis are gone. */
  static String plain(String markdown) {
    return markdown
        .replaceAll("\\*\\*|`", "")
        .replaceAll("(?m)^\\$\\$(.*)\\$\\$$", "    $1")
        .replaceAll("\\[([^\\]]+)\\]\\(([^)]+)\\)", "$1 ($2)");
  }
}
