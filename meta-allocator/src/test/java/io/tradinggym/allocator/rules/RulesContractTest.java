package io.tradinggym.allocator.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.tradinggym.api.Snapshots;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every online rule promises. */
class RulesContractTest {
  private static final int N = 4;

  static List<Supplier<OnlineRule>> rules() {
    return List.of(
        () -> new Hedge(N, .3),
        () -> new FixedShare(N, .3, .05, FixedShare.Share.ALL),
        () -> new FixedShare(N, .3, .05, FixedShare.Share.OTHERS),
        () -> new AdaHedge(N),
        () -> new Squint(N),
        () -> new MlProd(N),
        () -> new ExponentiatedGradient(N, .1),
        () -> new OnlineNewtonStep(N, .01, 1, .125),
        () -> new UniversalPortfolio(N, 6, 1));
  }

  private static void play(OnlineRule rule, RandomStream random, double[] outcome, int rounds) {
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < N; i++) {
        outcome[i] = random.uniform(.1 * i, 1);
      }
      rule.update(outcome);
    }
  }

  private static double[] weights(OnlineRule rule) {
    double[] out = new double[rule.size()];
    rule.weights(out);
    return out;
  }

  @ParameterizedTest
  @MethodSource("rules")
  void weightsStayAPortfolioOverALongGame(Supplier<OnlineRule> maker) {
    OnlineRule rule = maker.get();
    RandomStream random = RandomStreams.of(3).stream("outcomes");
    double[] outcome = new double[N];
    assertThat(weights(rule)).containsExactly(new double[] {.25, .25, .25, .25}, within(1e-12));
    for (int part = 0; part < 20; part++) {
      play(rule, random, outcome, 150);
      double[] w = weights(rule);
      assertThat(Arrays.stream(w).sum()).isCloseTo(1, within(1e-9));
      assertThat(Arrays.stream(w).min().orElseThrow()).isNotNegative();
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aSavedRuleGoesOnToTheSameBitsAndAResetOneStartsAnew(Supplier<OnlineRule> maker) {
    OnlineRule rule = maker.get();
    double[] fresh = weights(rule);
    play(rule, RandomStreams.of(1).stream("before"), new double[N], 40);
    OnlineRule copy = maker.get();
    Snapshots.copy(rule, copy);
    play(rule, RandomStreams.of(2).stream("after"), new double[N], 40);
    play(copy, RandomStreams.of(2).stream("after"), new double[N], 40);
    assertThat(weights(copy)).containsExactly(weights(rule));
    rule.reset();
    assertThat(weights(rule)).containsExactly(fresh);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aRoundAllocatesNothing(Supplier<OnlineRule> maker) {
    ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    OnlineRule rule = maker.get();
    RandomStream random = RandomStreams.of(1).stream("outcomes");
    double[] outcome = new double[N];
    double[] out = new double[N];
    long least = Long.MAX_VALUE;
    for (int attempt = 0; attempt < 5; attempt++) {
      long before = memory.getCurrentThreadAllocatedBytes();
      play(rule, random, outcome, 200);
      rule.weights(out);
      least = Math.min(least, memory.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(least).isZero();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void whatIsNoNumberIsRefusedAndChangesNothing(Supplier<OnlineRule> maker) {
    OnlineRule rule = maker.get();
    play(rule, RandomStreams.of(1).stream("before"), new double[N], 10);
    double[] before = weights(rule);
    assertThatThrownBy(() -> rule.update(new double[] {.1, Double.NaN, .2, .3}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1")
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> rule.update(new double[] {.1, .2}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("given 2");
    assertThat(weights(rule)).containsExactly(before);
  }

  @Test
  void squintsEvidenceIsTheIntegralInEveryCorner() {
    double[] regrets = {-300, -30, -3, -.5, 0, .5, .99, 1.01, 3, 30, 300};
    double[] variances = {1e-6, .009, .011, .5, 3, 40, 900};
    for (double r : regrets) {
      for (double v : variances) {
        assertThat(Squint.logEvidence(r, v))
            .as("R %s, V %s", r, v)
            .isCloseTo(integral(r, v), within(2e-7));
      }
    }
    assertThat(Squint.logEvidence(0, 0)).isCloseTo(Math.log(.5), within(1e-15));
  }

  /** By Simpson's rule, with the largest exponent taken out. */
  private static double integral(double r, double v) {
    double peak = Math.clamp(r / (2 * v), 0, .5);
    double largest = peak * (r - peak * v);
    int parts = 200_000;
    double sum =
        IntStream.rangeClosed(0, parts)
            .mapToDouble(
                k -> {
                  double eta = .5 * k / parts;
                  double weight = k == 0 || k == parts ? 1 : k % 2 == 1 ? 4 : 2;
                  return weight * Math.exp(eta * (r - eta * v) - largest);
                })
            .sum();
    return largest + Math.log(sum * .5 / parts / 3);
  }

  @Test
  void quadratureIsExactForPolynomials() {
    GaussJacobi law = GaussJacobi.beta(5, .5, 1.5);
    double moment = 1;
    for (int power = 0; power < 10; power++) {
      double sum = 0;
      for (int k = 0; k < law.size(); k++) {
        sum += law.weight(k) * Math.pow(law.node(k), power);
      }
      assertThat(sum).as("moment %d", power).isCloseTo(moment, within(1e-13));
      moment *= (.5 + power) / (2 + power);
    }
  }
}
