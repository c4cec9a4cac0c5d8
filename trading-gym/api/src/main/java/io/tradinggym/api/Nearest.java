package io.tradinggym.api;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** What somebody probably meant who wrote a name that is not known. */
public final class Nearest {
  private static final int MOST_EDITS = 3;

  private Nearest() {}

  /**
   * The known name with the fewest edits from a given one, capitals aside: letters added, left out, replaced, or two
   * neighbours exchanged.
   *
   * @param given the unknown name
   * @param known names to choose from
   * @return empty if every name is further away than three edits or a third of the given name's length
   */
  public static Optional<String> to(String given, Collection<String> known) {
    String wanted = given.toLowerCase(Locale.ROOT);
    int best = Math.min(MOST_EDITS, Math.max(1, given.length() / 3)) + 1;
    String nearest = null;
    for (String name : known) {
      String candidate = name.toLowerCase(Locale.ROOT);
      // Every letter that one has more of is an edit: a cell of a thousand letters is near to
      // nothing.
      if (Math.abs(wanted.length() - candidate.length()) < best) {
        int edits = edits(wanted, candidate);
        if (edits < best) {
          best = edits;
          nearest = name;
        }
      }
    }
    return Optional.ofNullable(nearest);
  }

  /**
   * {@return the question to put behind a complaint: {@code "; did you mean gamma?"}; an empty text if no name is near}
   *
   * @param given the unknown name
   * @param known names to choose from
   */
  public static String hint(String given, Collection<String> known) {
    return to(given, known).map(name -> "; did you mean " + name + "?").orElse("");
  }

  /** Distance in the restricted sense of Damerau and Levenshtein. */
  private static int edits(String a, String b) {
    int[][] table = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        table[i][j] = i == 0 || j == 0 ? i + j : cheapest(table, a, b, i, j);
      }
    }
    return table[a.length()][b.length()];
  }

  private static int cheapest(int[][] table, String a, String b, int i, int j) {
    int replaced = table[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replaced, 1 + Math.min(table[i - 1][j], table[i][j - 1]));
    boolean exchanged =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return exchanged ? Math.min(best, table[i - 2][j - 2] + 1) : best;
  }
}
