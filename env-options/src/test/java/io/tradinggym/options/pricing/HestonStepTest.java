package io.tradinggym.options.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HestonStepTest {
  private static final double TEN_DIGITS_PERCENT = 1e-7;

  @Test
  void quadraticBranchGivesTheReferenceStep() {
    HestonStep step = new HestonStep(new Heston(.04, 2, .05, .5, -.7), 1 / 252.0, 0, 0);
    assertThat(step.variance(.04, 1, 0.5))
        .isCloseTo(.04634696267, withinPercentage(TEN_DIGITS_PERCENT));
  }

  @Test
  void exponentialBranchGivesTheReferenceStep() {
    HestonStep step = new HestonStep(new Heston(.004, .5, .04, 1, -.7), 1 / 32.0, 0, 0);
    assertThat(step.variance(.004, 0, .9))
        .isCloseTo(.01676836801, withinPercentage(TEN_DIGITS_PERCENT));
    assertThat(step.variance(.004, 0, .7)).as("below p = .7275 it is absorbed").isZero();
  }

  @Test
  void momentsAndExpectedGrowthAreExactInBothBranches() {
    // Equity-like: squared normal. Andersen's case I: exponential.
    assertMoments(new Heston(.04, 2, .05, .5, -.7), 1 / 12.0, .04);
    assertMoments(new Heston(.004, .5, .04, 1, -.9), 1 / 8.0, .004);
  }

  private static void assertMoments(Heston model, double years, double variance) {
    HestonStep step = new HestonStep(model, years, .05, .02);
    SplittableRandom random = new SplittableRandom(11);
    int n = 400_000;
    double sum = 0;
    double squares = 0;
    double growth = 0;
    double growthSquares = 0;
    for (int i = 0; i < n; i++) {
      double u = (i + random.nextDouble()) / n; // stratified
      double next = step.variance(variance, Normal.quantile(u), u);
      double g = Math.exp(step.logReturn(variance, next, random.nextGaussian()));
      sum += next;
      squares += next * next;
      growth += g;
      growthSquares += g * g;
    }
    double decay = Math.exp(-model.kappa() * years);
    double sigma = model.sigma();
    double mean = model.theta() + (variance - model.theta()) * decay;
    double spread =
        variance * sigma * sigma * decay * (1 - decay) / model.kappa()
            + model.theta() * sigma * sigma * (1 - decay) * (1 - decay) / (2 * model.kappa());
    assertThat(sum / n).isCloseTo(mean, withinPercentage(0.1));
    assertThat(squares / n - sum / n * sum / n).isCloseTo(spread, withinPercentage(1));
    double error = Math.sqrt((growthSquares / n - growth / n * growth / n) / n);
    assertThat(growth / n).isCloseTo(Math.exp(.03 * years), within(4 * error));
  }

  @Test
  void simulatedPriceIsTheFourierPrice() {
    Heston model = new Heston(.04, 2, .05, .5, -.7);
    double years = 0.5;
    int steps = 16;
    HestonStep step = new HestonStep(model, years / steps, .03, .01);
    SplittableRandom random = new SplittableRandom(12);
    int paths = 60_000;
    double sum = 0;
    double squares = 0;
    for (int p = 0; p < paths; p++) {
      double variance = model.variance();
      double log = 0;
      for (int i = 0; i < steps; i++) {
        double next = step.variance(variance, random.nextGaussian(), random.nextDouble());
        log += step.logReturn(variance, next, random.nextGaussian());
        variance = next;
      }
      double pay = Math.exp(-.03 * years) * Math.max(100 * Math.exp(log) - 100, 0);
      sum += pay;
      squares += pay * pay;
    }
    double mean = sum / paths;
    double error = Math.sqrt((squares / paths - mean * mean) / paths);
    assertThat(mean).isCloseTo(5.9961344329, within(4 * error));
  }
}
