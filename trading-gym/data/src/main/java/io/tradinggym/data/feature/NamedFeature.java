package io.tradinggym.data.feature;

/**
 * A feature with its arguments.
 *
 * @param name as it is written in full, unique in a list: {@code macd(12,26,9)}
 * @param formula what stands behind it
 * @param arguments defaults filled in
 */
public record NamedFeature(String name, Formula formula, Arguments arguments) {
  static NamedFeature of(Formula formula, java.util.List<String> given) {
    Arguments arguments = Arguments.of(formula, given);
    String name =
        formula.parameters().isEmpty() ? formula.name() : formula.name() + "(" + arguments + ")";
    return new NamedFeature(name, formula, arguments);
  }

  Column build(Graph graph) {
    return formula.builder().build(graph, arguments);
  }

  @Override
  public String toString() {
    return name;
  }
}
