package io.tradinggym.explain.attribution;

import java.util.Arrays;

/**
 * The game of explaining a number: players are groups of inputs, a coalition's worth is the mean number when its groups
 * are as observed and all others as in the rows of a background (interventional: hidden inputs are independent of shown
 * ones). With one background row it is the game against that baseline.
 */
public final class HiddenInputs implements Game {
  private final ScoreFunction number;
  private final float[] observation;
  private final float[] background;
  private final int count;
  private final int[] groupOf;
  private final float[] rows;
  private final double[] numbers;

  /**
   * A game.
   *
   * @param number what is explained
   * @param observation one observation, as many floats as the number has inputs
   * @param background observations that hidden inputs are taken from, rows x inputs, at least one row
   * @param groups indices of the inputs of each player; what is in no group is always shown
   */
  public HiddenInputs(
      ScoreFunction number, float[] observation, float[] background, int[][] groups) {
    int inputs = number.inputs();
    if (observation.length != inputs || background.length == 0 || background.length % inputs != 0) {
      throw new IllegalArgumentException(
          "needs an observation of "
              + inputs
              + " numbers and whole rows of background, was "
              + observation.length
              + " and "
              + background.length);
    }
    this.number = number;
    this.observation = observation.clone();
    this.background = background.clone();
    count = background.length / inputs;
    groupOf = new int[inputs];
    Arrays.fill(groupOf, -1);
    for (int g = 0; g < groups.length; g++) {
      for (int input : groups[g]) {
        groupOf[input] = g;
      }
    }
    rows = new float[background.length];
    numbers = new double[count];
  }

  @Override
  public double worth(long coalition) {
    int inputs = groupOf.length;
    for (int i = 0; i < inputs; i++) {
      boolean shown = groupOf[i] < 0 || (coalition >> groupOf[i] & 1) != 0;
      for (int row = 0; row < count; row++) {
        rows[row * inputs + i] = shown ? observation[i] : background[row * inputs + i];
      }
    }
    number.at(rows, count, numbers);
    double sum = 0;
    for (double value : numbers) {
      sum += value;
    }
    return sum / count;
  }
}
