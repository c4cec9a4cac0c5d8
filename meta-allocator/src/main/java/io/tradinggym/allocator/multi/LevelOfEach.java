package io.tradinggym.allocator.multi;

import io.tradinggym.api.TargetWeights;
import java.util.Arrays;
import java.util.List;

/**
 * A choice for each instrument: 0 keeps what is held, k asks for the kth of the levels.
 *
 * @param levels parts of the equity
 */
record LevelOfEach(List<Double> levels) implements TargetWeights {
  LevelOfEach {
    levels = List.copyOf(levels);
  }

  int count() {
    return levels.size();
  }

  /** The level of a choice from 1 on. */
  double of(int choice) {
    return levels.get(choice - 1);
  }

  @Override
  public double lowest() {
    return levels.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  @Override
  public double highest() {
    return levels.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }

  @Override
  public void ask(double[] weights, float[] action) {
    for (int asset = 0; asset < weights.length; asset++) {
      int nearest = 1;
      for (int choice = 2; choice <= count(); choice++) {
        double distance = Math.abs(of(choice) - weights[asset]);
        nearest = distance < Math.abs(of(nearest) - weights[asset]) ? choice : nearest;
      }
      action[asset] = nearest;
    }
    Arrays.fill(action, weights.length, action.length, Choices.KEEP);
  }

  @Override
  public void keep(double[] held, float[] action) {
    Arrays.fill(action, 0);
  }
}
