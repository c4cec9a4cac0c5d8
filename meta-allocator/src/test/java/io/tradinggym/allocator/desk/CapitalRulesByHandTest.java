package io.tradinggym.allocator.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.allocator.rules.RiskRule;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What rules of capital make of returns and regimes, counted by hand. */
class CapitalRulesByHandTest {
  private static final double EXACT = 1e-12;

  /**
   * Regimes take turns; what was bought in the first earns 2 %, in the second it loses 1 %. After 12 of the first its
   * expectation is 0.24 / (12 + 5), whatever the regime is when the return arrives.
   */
  @Test
  void aReturnBelongsToTheRegimeInWhichItsPositionWasTaken() {
    RegimeCapital rule = new RegimeCapital("regimes", 1, 2, 5, 0.01);
    for (int life = 0; life < 2; life++) {
      rule.begin();
      double variance = 0;
      double[] out = new double[1];
      for (int t = 0; t <= 25; t++) {
        double earned = t == 0 ? 0.5 : t % 2 == 1 ? 0.02 : -0.01;
        double[] regime = t % 2 == 0 ? new double[] {1, 0} : new double[] {0, 1};
        rule.shares(regime, new double[] {earned}, out);
        variance = 0.97 * variance + 0.03 * earned * earned;
        if (t < 20) {
          assertThat(out[0]).as("too early at %d", t).isZero();
        } else if (t % 2 == 0) {
          int times = t / 2;
          double expected = 0.02 * times / (times + 5);
          assertThat(out[0]).isCloseTo(0.01 * expected / variance, within(EXACT)).isPositive();
        } else {
          assertThat(out[0]).as("the second loses").isZero();
        }
      }
    }
  }

  @Test
  void sharesAddUpToTheCapitalAtMost() {
    RegimeCapital rule = new RegimeCapital("regimes", 2, 1, 1, 1);
    rule.begin();
    double[] out = new double[2];
    for (int t = 0; t < 30; t++) {
      rule.shares(new double[] {1}, new double[] {0.02, 0.01}, out);
    }
    // Bets of expectation over variance: 50 and 100 times the same, so that a third and two thirds
    // are left.
    assertThat(out[0]).isCloseTo(1 / 3.0, within(EXACT));
    assertThat(out[1]).isCloseTo(2 / 3.0, within(EXACT));
  }

  /** Keeps the covariance that it is asked about. */
  private static final class Asked implements RiskRule {
    double[] covariance = {};

    @Override
    public int size() {
      return 2;
    }

    @Override
    public void weights(double[] asked, double[] out) {
      covariance = asked.clone();
      out[0] = 0.3;
      out[1] = 0.7;
    }
  }

  /**
   * Twenty times 2 % and -1 %: their products times 1 - 0.9^20, and a hundredth of the mean variance on the diagonal.
   */
  @Test
  void risksAreMomentsWithARidge() {
    Asked asked = new Asked();
    RiskCapital rule = new RiskCapital("risk", asked, 0.9);
    for (int life = 0; life < 2; life++) {
      rule.begin();
      asked.covariance = new double[0];
      double[] out = new double[2];
      for (int t = 1; t <= 20; t++) {
        assertThat(asked.covariance).as("before bar %d", t).isEmpty();
        rule.shares(new double[] {1}, new double[] {0.02, -0.01}, out);
        if (t < 20) {
          assertThat(out).containsExactly(0.5, 0.5);
        }
      }
      assertThat(out).containsExactly(0.3, 0.7);
      double known = 1 - Math.pow(0.9, 20);
      double ridge = 0.01 * known * (0.0004 + 0.0001) / 2;
      double[] expected = {
        known * 0.0004 + ridge, -known * 0.0002, -known * 0.0002, known * 0.0001 + ridge
      };
      assertThat(asked.covariance).containsExactly(expected, within(1e-15));
    }
    double[] out = new double[2];
    rule.begin();
    for (int t = 0; t < 25; t++) {
      Arrays.fill(out, -1);
      rule.shares(new double[] {1}, new double[2], out);
      assertThat(out).as("nothing has moved").containsExactly(0.5, 0.5);
    }
  }
}
