package io.tradinggym.experiments.bench;

import java.util.List;

/** Floating-point operations of dense networks: the products alone, a multiply-add counted as two. */
final class Flops {
  private Flops() {}

  /** Of one row forward. */
  static double forward(int inputs, List<Integer> hidden, int outputs) {
    double sum = 0;
    int width = inputs;
    for (int next : hidden) {
      sum += 2.0 * width * next;
      width = next;
    }
    return sum + 2.0 * width * outputs;
  }

  /** Of one row forward and backward to the parameters: the first layer needs no gradient of its inputs. */
  static double training(int inputs, List<Integer> hidden, int outputs) {
    int first = hidden.isEmpty() ? outputs : hidden.getFirst();
    return 3 * forward(inputs, hidden, outputs) - 2.0 * inputs * first;
  }
}
