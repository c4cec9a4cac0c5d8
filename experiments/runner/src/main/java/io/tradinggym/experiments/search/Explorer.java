package io.tradinggym.experiments.search;

import io.tradinggym.experiments.search.Parameter.Kind;
import java.util.random.RandomGenerator;

/**
 * Changes a candidate as population-based training does: each number, with a chance of {@value #ANEW}, is drawn anew
 * from its range, and else goes up or down by a fifth. Choices, which decide the shape of a network, stay.
 *
 * @see <a href="https://arxiv.org/abs/1711.09846">Jaderberg et al. (2017), Population based training of neural
 *     networks</a>
 */
public final class Explorer {
  private static final double ANEW = 0.25;
  private static final double UP = 1.2;
  private static final double DOWN = 0.8;
  private static final int ATTEMPTS = 100;

  private final SearchSpace space;
  private final RandomGenerator random;

  /** An explorer of its own random numbers. */
  public Explorer(SearchSpace space, RandomGenerator random) {
    this.space = space;
    this.random = random;
  }

  /** A candidate drawn evenly. */
  public Candidate draw(int number) {
    return new Candidate(number, space, space.random(random));
  }

  /** Another candidate's values under a number. */
  public Candidate copy(int number, Candidate of) {
    return new Candidate(number, space, of.point());
  }

  /** Another candidate's values, changed; unchanged if constraints admit none of the changes that were tried. */
  public Candidate near(int number, Candidate of) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      double[] point = of.point().clone();
      for (int i = 0; i < point.length; i++) {
        Parameter parameter = space.parameters().get(i);
        if (parameter.kind() != Kind.CHOICE) {
          point[i] = changed(parameter, point[i]);
        }
      }
      if (space.admits(point)) {
        return new Candidate(number, space, point);
      }
    }
    return copy(number, of);
  }

  private double changed(Parameter parameter, double place) {
    boolean anew = random.nextDouble() < ANEW;
    double drawn = random.nextDouble();
    if (anew) {
      return drawn;
    }
    double before = parameter.number(place);
    double after = before * (drawn < 1.0 / 2 ? DOWN : UP);
    if (parameter.whole()) {
      // A small number moves by one at least.
      double least = drawn < 1.0 / 2 ? Math.min(before - 1, after) : Math.max(before + 1, after);
      after = Math.rint(least);
    }
    return parameter.place(Math.clamp(after, parameter.low(), parameter.high()));
  }
}
