package io.tradinggym.experiments.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tries a grid from corner to corner, the last parameter fastest, and then has no more: every choice, every whole
 * number where there are few, and so many places else, evenly from end to end. What does not matter is tried once, and
 * what constraints exclude is passed over.
 */
public final class GridSearch implements Search {
  private final SearchSpace space;
  private final double[][] places;
  private final int[] at;
  private boolean over;
  private int next;

  /**
   * A grid.
   *
   * @param points places of a parameter whose values are more, &gt;= 2
   */
  public GridSearch(SearchSpace space, int points) {
    if (points < 2 || space.size() == 0) {
      throw new IllegalArgumentException(
          "a grid needs parameters and points >= 2, had " + space.size() + " and " + points);
    }
    this.space = space;
    places =
        space.parameters().stream()
            .map(parameter -> places(parameter, points))
            .toArray(double[][]::new);
    at = new int[places.length];
  }

  private static double[] places(Parameter parameter, int points) {
    int count = parameter.count();
    boolean all = count > 0 && (count <= points || parameter.kind() == Parameter.Kind.CHOICE);
    double[] places = new double[all ? count : points];
    for (int i = 0; i < places.length; i++) {
      places[i] =
          count == 0
              ? i / (points - 1.0)
              : parameter.place(
                  Math.rint(parameter.low() + i * (count - 1.0) / Math.max(1, places.length - 1)));
    }
    // Few whole numbers in logarithms are met by several places.
    Set<String> values = new HashSet<>();
    return Arrays.stream(places).filter(place -> values.add(parameter.value(place))).toArray();
  }

  @Override
  public List<Candidate> ask(int count) {
    List<Candidate> asked = new ArrayList<>();
    while (asked.size() < count && !over) {
      double[] point = new double[at.length];
      Arrays.setAll(point, i -> places[i][at[i]]);
      if (counts(point)) {
        asked.add(new Candidate(next++, space, point));
      }
      advance();
    }
    return asked;
  }

  /** Of points that differ in nothing that matters, the first. */
  private boolean counts(double[] point) {
    for (int i = 0; i < at.length; i++) {
      if (at[i] > 0 && !space.matters(i, point)) {
        return false;
      }
    }
    return space.admits(point);
  }

  private void advance() {
    for (int i = at.length - 1; i >= 0; i--) {
      if (++at[i] < places[i].length) {
        return;
      }
      at[i] = 0;
    }
    over = true;
  }

  @Override
  public void tell(Candidate candidate, double... scores) {}
}
