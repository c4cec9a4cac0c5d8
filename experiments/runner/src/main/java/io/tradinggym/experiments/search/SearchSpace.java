package io.tradinggym.experiments.search;

import io.tradinggym.experiments.search.Parameter.Condition;
import io.tradinggym.experiments.search.Parameter.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  /** Draws after which constraints are said to leave nothing. */
  private static final int MOST_DRAWS = 100_000;

  private static final double MIDDLE = 0.5;

  private final List<Parameter> parameters;
  private final List<Constraint> constraints;

  /** Nothing to choose yet. */
  public SearchSpace() {
    this(List.of(), List.of());
  }

  private SearchSpace(List<Parameter> parameters, List<Constraint> constraints) {
    this.parameters = List.copyOf(parameters);
    this.constraints = List.copyOf(constraints);
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
  public SearchSpace integer(String name, double low, double high) {
    return with(new Parameter(name, Kind.INTEGER, low, high, List.of(), null));
  }

  /** A whole number from low to high, both included, evenly in its logarithm; low > 0. */
  public SearchSpace logInteger(String name, double low, double high) {
    return with(new Parameter(name, Kind.LOG_INTEGER, low, high, List.of(), null));
  }

  /** One of some texts; of one alone, what is set where its condition holds. */
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
    return new SearchSpace(changed, constraints);
  }

  /**
   * Only points for which a constraint holds; where one of its parameters does not matter, it says nothing.
   *
   * @throws IllegalArgumentException if it names what is no number of this space
   */
  public SearchSpace where(Constraint constraint) {
    for (String name : constraint.names()) {
      int at = index(name);
      if (at < 0 || parameters.get(at).kind() == Kind.CHOICE) {
        throw new IllegalArgumentException(
            "the constraint " + constraint + " speaks of " + name + ", no number of the space");
      }
    }
    List<Constraint> more = new ArrayList<>(constraints);
    more.add(constraint);
    return new SearchSpace(parameters, more);
  }

  /** Whether a point keeps the constraints. */
  boolean admits(double[] point) {
    return constraints.stream()
        .allMatch(
            constraint ->
                constraint.names().stream().anyMatch(name -> !matters(index(name), point))
                    || constraint.broken(name -> number(name, point)) == 0);
  }

  private double number(String name, double[] point) {
    int at = index(name);
    return parameters.get(at).number(point[at]);
  }

  private SearchSpace with(Parameter parameter) {
    if (index(parameter.name()) >= 0) {
      throw new IllegalArgumentException(parameter.name() + " stands twice in the space");
    }
    List<Parameter> more = new ArrayList<>(parameters);
    more.add(parameter);
    return new SearchSpace(more, constraints);
  }

  /** The parameters in their order. */
  public List<Parameter> parameters() {
    return parameters;
  }

  /** Number of parameters. */
  public int size() {
    return parameters.size();
  }

  /** The place of a parameter in the order, -1 without one. */
  int index(String name) {
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

  /**
   * A point of the unit cube that keeps the constraints, every such place with the same chance.
   *
   * @throws IllegalArgumentException if there seems to be none
   */
  double[] random(RandomGenerator random) {
    double[] point = new double[size()];
    for (int draw = 0; draw < MOST_DRAWS; draw++) {
      for (int i = 0; i < point.length; i++) {
        point[i] = random.nextDouble();
      }
      if (admits(point)) {
        return point;
      }
    }
    throw new IllegalArgumentException("constraints leave nothing to choose: " + constraints);
  }

  /**
   * A candidate of values that were tried before, as a configuration writes them.
   *
   * @param number of the candidate; earlier ones have numbers below 0
   * @return empty if a value is missing, lies outside, or breaks a constraint
   */
  public Optional<Candidate> candidate(int number, Map<String, String> values) {
    double[] point = new double[size()];
    for (int i = 0; i < point.length; i++) {
      Parameter parameter = parameters.get(i);
      String value = values.get(parameter.name());
      if (!matters(i, point)) {
        point[i] = MIDDLE;
      } else if (value == null || !parameter.holds(value)) {
        return Optional.empty();
      } else {
        point[i] =
            parameter.place(
                parameter.kind() == Kind.CHOICE
                    ? parameter.choices().indexOf(value)
                    : Double.parseDouble(value));
      }
    }
    return admits(point) ? Optional.of(new Candidate(number, this, point)) : Optional.empty();
  }
}
