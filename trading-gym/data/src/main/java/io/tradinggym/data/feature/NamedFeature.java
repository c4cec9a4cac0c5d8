package io.tradinggym.data.feature;

import io.tradinggym.data.series.KnownSeries;
import java.util.Set;
import java.util.TreeSet;

/**
 * A feature with its arguments.
 *
 * @param name as it is written in full, unique in a list: {@code macd(12,26,9)}
 * @param formula what stands behind it
 * @param arguments defaults filled in
 */
public record NamedFeature(String name, Formula formula, Arguments arguments) {
  private static final KnownSeries NOTHING =
      KnownSeries.of(new long[0], new long[0], new double[0]);

  static NamedFeature of(Formula formula, java.util.List<String> given) {
    Arguments arguments = Arguments.of(formula, given);
    String name =
        formula.parameters().isEmpty() ? formula.name() : formula.name() + "(" + arguments + ")";
    return new NamedFeature(name, formula, arguments);
  }

  Column build(Graph graph) {
    return formula.builder().build(graph, arguments);
  }

  /** {@return the names of the sources that it looks at beside the bars; empty if at none} */
  public Set<String> sources() {
    Set<String> names = new TreeSet<>();
    build(
        new Graph(
            name -> {
              names.add(name);
              return NOTHING;
            },
            Column.NEVER));
    return names;
  }

  @Override
  public String toString() {
    return name;
  }
}
