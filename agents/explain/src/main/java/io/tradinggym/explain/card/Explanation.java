package io.tradinggym.explain.card;

import java.util.ArrayList;
import java.util.List;

/**
 * A card: lines of label and text, and what they claim of the policy.
 *
 * @param lines at most {@link #MOST_LINES}, in the order in which they are read
 */
public record Explanation(List<Line> lines) {
  /** A card is read at a glance. */
  public static final int MOST_LINES = 12;

  private static final int LABEL_WIDTH = 10;

  /** Columns of the text; what is longer goes on below. */
  private static final int WIDTH = 100;

  /**
   * A line of a card.
   *
   * @param label such as {@code because}; empty in the head
   * @param text of the line
   * @param claims what it says of the policy
   */
  public record Line(String label, String text, List<Claim> claims) {
    /** Copies the claims. */
    public Line {
      claims = List.copyOf(claims);
    }

    /**
     * {@return a line that claims nothing of the policy}
     *
     * @param label what stands before the text, such as {@code because}; empty in the head
     * @param text of the line; may be long
     */
    public static Line of(String label, String text) {
      return new Line(label, text, List.of());
    }
  }

  /** Counts the lines. */
  public Explanation {
    lines = List.copyOf(lines);
    if (lines.size() > MOST_LINES) {
      throw new IllegalArgumentException(
          "a card has at most " + MOST_LINES + " lines, was " + lines.size());
    }
  }

  /**
   * {@return the card with another line at its end}
   *
   * @param line the line, which goes to the end
   */
  public Explanation with(Line line) {
    List<Line> more = new ArrayList<>(lines);
    more.add(line);
    return new Explanation(more);
  }

  /** {@return everything that it claims of the policy} */
  public List<Claim> claims() {
    return lines.stream().flatMap(line -> line.claims().stream()).toList();
  }

  /**
   * {@return the text of the line with a label; empty if there is none}
   *
   * @param label as it stands on the card, such as {@code because}
   */
  public String text(String label) {
    return lines.stream()
        .filter(line -> line.label().equals(label))
        .map(Line::text)
        .findFirst()
        .orElse("");
  }

  /** {@return as text, a line each, without a line feed at the end; a long one goes on under its own text} */
  public String text() {
    StringBuilder out = new StringBuilder();
    for (Line line : lines) {
      if (!out.isEmpty()) {
        out.append('\n');
      }
      if (!line.label().isEmpty()) {
        out.append("  ").append(line.label());
        out.repeat(' ', Math.max(1, LABEL_WIDTH - line.label().length()));
      }
      wrap(out, line.text(), line.label().isEmpty() ? 4 : LABEL_WIDTH + 2);
    }
    return out.toString();
  }

  /** Breaks after commas and the like, so that what belongs together stays together. */
  private static void wrap(StringBuilder out, String text, int indent) {
    int column = out.length() - out.lastIndexOf("\n") - 1;
    boolean first = true;
    for (String part : text.split("(?<=[,·:;]) ")) {
      if (!first && column + 1 + part.length() > WIDTH) {
        out.append('\n').repeat(' ', indent);
        column = indent;
      } else if (!first) {
        out.append(' ');
        column++;
      }
      out.append(part);
      column += part.length();
      first = false;
    }
  }
}
