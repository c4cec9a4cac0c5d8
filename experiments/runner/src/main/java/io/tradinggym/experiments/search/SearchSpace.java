package io.tradinggym.experiments.search;

import io.tradinggym.experiments.search.Parameter.Condition;
import io.tradinggym.experiments.search.Parameter.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What may be chosen.
 *
 * <pre>{@code
 * SearchSpace space = new SearchSpace()
 *     .log("algorithm.learningRate", 1e-5, 1e-2)
 *     .integer("algorithm.epochs", 1, 10)
 *     .choice("algorithm.name", "ppo", "dqn")
 *     .real("algorithm.lambda", 0.8, 1).when("algorithm.name", "ppo");
 * }</pre>
 *
 * <p>Immutable: each method returns a space with one parameter more, or with a condition on the last.
 */
public final class SearchSpace {
  private final List<Parameter> parameters;

  /** Nothing to choose yet. */
  public SearchSpace() {
    this(List.of());
  }

  private SearchSpace(List<Parameter> parameters) {
    this.parameters = List.copyOf(parameters);
  }

  /** Any number from low to high, evenly. */
  public SearchSpace real(String name, double low, double high) {
    return with(new Parameter(name, Kind.REAL, low, high, List.of(), null));
  }

  /** Any number from low to high, evenly in its logarithm; low > 0. */
  public SearchSpace log(String name, double low, double high) {
    return with(new Parameter(name, Kind.LOG, low, high, List.of(), null));
  }

  /** A whole number from low to high, both included. */
  public SearchSpace integer(String name, long low, long high) {
    return with(new Parameter(name, Kind.INTEGER, low, high, List.of(), null));
  }

  /** One of at least two texts. */
  public SearchSpace choice(String name, String... values) {
    return with(new Parameter(name, Kind.CHOICE, 0, values.length - 1, List.of(values), null));
  }

  /**
   * The last parameter matters only where a choice before it was made so.
   *
   * @throws IllegalArgumentException if there is no such choice, or it has no such value
   */
  public SearchSpace when(String parent, String value) {
    if (parameters.isEmpty()) {
      throw new IllegalArgumentException("a condition needs a parameter before it");
    }
    Parameter last = parameters.getLast();
    int at = index(parent);
    if (at < 0 || at == parameters.size() - 1 || !parameters.get(at).choices().contains(value)) {
      throw new IllegalArgumentException(
          last.name()
              + " depends on "
              + parent
              + " = "
              + value
              + ", which no choice before it offers");
    }
    List<Parameter> changed = new ArrayList<>(parameters);
    changed.set(
        changed.size() - 1,
        new Parameter(
            last.name(),
            last.kind(),
            last.low(),
            last.high(),
            last.choices(),
            new Condition(parent, value)));
    return new SearchSpace(changed);
  }

  private SearchSpace with(Parameter parameter) {
    if (index(parameter.name()) >= 0) {
      throw new IllegalArgumentException(parameter.name() + " stands twice in the space");
    }
    List<Parameter> more = new ArrayList<>(parameters);
    more.add(parameter);
    return new SearchSpace(more);
  }

  /** The parameters in their order. */
  public List<Parameter> parameters() {
    return parameters;
  }

  /** Number of parameters. */
  public int size() {
    return parameters.size();
  }

  private int index(String name) {
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether a parameter matters at a point: its condition holds, and its parent's. */
  boolean matters(int parameter, double[] point) {
    @Nullable Condition when = parameters.get(parameter).when();
    if (when == null) {
      return true;
    }
    int parent = index(when.parent());
    return matters(parent, point)
        && parameters.get(parent).value(point[parent]).equals(when.value());
  }

  /** A point of the unit cube, every place with the same chance. */
  double[] random(RandomGenerator random) {
    double[] point = new double[size()];
    for (int i = 0; i < point.length; i++) {
      point[i] = random.nextDouble();
    }
    return point;
  }
}
