package io.tradinggym.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.allocator.rules.FixedShare;
import org.junit.jupiter.api.Test;

/** The code of the guide on allocation. */
class AllocationGuideTest {
  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  @Test
  void aRuleFollowsTheSpecialistThatIsGoodNow() {
    int specialists = 3;
    int rounds = 200;
    double[][] history = new double[rounds][specialists];
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < specialists; i++) {
        history[round][i] = i == round / 50 % specialists ? 0.1 : 0.6;
      }
    }
    double own = 0;
    FixedShare rule = FixedShare.forSwitches(specialists, rounds, 3);
    double[] weights = new double[specialists];
    for (double[] losses : history) {
      rule.weights(weights);
      own += dot(weights, losses);
      rule.update(losses);
    }
    double best = 0.1 * rounds;
    assertThat(own - best).isBetween(0.0, FixedShare.regretBound(specialists, rounds, 3));
  }
}
