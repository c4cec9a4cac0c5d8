package io.tradinggym.experiments.search;

import java.util.LinkedHashMap;
import java.util.Map;

/** One way to choose everything. */
public final class Candidate {
  private final int number;
  private final SearchSpace space;
  private final double[] point;

  Candidate(int number, SearchSpace space, double[] point) {
    this.number = number;
    this.space = space;
    this.point = point.clone();
  }

  /** Its number in the search, from 0 on; seeds its trial. */
  public int number() {
    return number;
  }

  /** The values of the parameters that matter, by name, as a configuration writes them. */
  public Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < point.length; i++) {
      if (space.matters(i, point)) {
        Parameter parameter = space.parameters().get(i);
        values.put(parameter.name(), parameter.value(point[i]));
      }
    }
    return values;
  }

  /**
   * The value of a parameter as a number; of a choice its index.
   *
   * @throws IllegalArgumentException if there is no such parameter, or it does not matter here
   */
  public double number(String parameter) {
    for (int i = 0; i < point.length; i++) {
      if (space.parameters().get(i).name().equals(parameter) && space.matters(i, point)) {
        return space.parameters().get(i).number(point[i]);
      }
    }
    throw new IllegalArgumentException("no value of " + parameter + " in " + values());
  }

  /** Places of all parameters in [0, 1]; not to be changed. */
  double[] point() {
    return point;
  }

  @Override
  public String toString() {
    return "candidate " + number + " " + values();
  }
}
