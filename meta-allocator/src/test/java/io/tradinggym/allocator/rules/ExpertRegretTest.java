package io.tradinggym.allocator.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The proven bounds hold against adversaries who see the weights. */
class ExpertRegretTest {
  private static final double ROUNDING = 1e-9;

  /** A played game. */
  private static final class Game {
    final double[][] losses;
    final double[] own;

    Game(ExpertRule rule, Adversary adversary, int rounds, long seed) {
      int n = rule.size();
      losses = new double[rounds][n];
      own = new double[rounds];
      double[] weights = new double[n];
      RandomStream random = RandomStreams.of(seed).stream("losses");
      for (int round = 0; round < rounds; round++) {
        rule.weights(weights);
        adversary.losses(round, weights, random, losses[round]);
        own[round] = Softmax.dot(weights, losses[round], n);
        rule.update(losses[round]);
      }
    }

    double regret(int expert) {
      double sum = 0;
      for (int round = 0; round < own.length; round++) {
        sum += own[round] - losses[round][expert];
      }
      return sum;
    }

    double squares(int expert) {
      double sum = 0;
      for (int round = 0; round < own.length; round++) {
        double r = own[round] - losses[round][expert];
        sum += r * r;
      }
      return sum;
    }

    double regret() {
      double most = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < losses[0].length; i++) {
        most = Math.max(most, regret(i));
      }
      return most;
    }

    /** To the best sequence of experts with so many switches, by dynamic programming. */
    double regretToSequences(int switches) {
      int n = losses[0].length;
      double[][] best = new double[switches + 1][n];
      double total = 0;
      for (int round = 0; round < own.length; round++) {
        total += own[round];
        for (int k = switches; k >= 0; k--) {
          double other = Double.POSITIVE_INFINITY;
          for (int i = 0; k > 0 && i < n; i++) {
            other = Math.min(other, best[k - 1][i]);
          }
          for (int i = 0; i < n; i++) {
            best[k][i] = Math.min(best[k][i], other) + losses[round][i];
          }
        }
      }
      double least = Double.POSITIVE_INFINITY;
      for (double value : best[switches]) {
        least = Math.min(least, value);
      }
      return total - least;
    }
  }

  @Property(tries = 300)
  void hedge(
      @ForAll Adversary adversary,
      @ForAll @IntRange(min = 2, max = 9) int experts,
      @ForAll @IntRange(min = 1, max = 400) int rounds,
      @ForAll long seed) {
    Hedge rule = Hedge.forHorizon(experts, rounds);
    double bound = Math.sqrt(rounds / 2.0 * Math.log(experts));
    assertThat(rule.regretBound(rounds)).isCloseTo(bound, within(1e-9));
    assertThat(new Game(rule, adversary, rounds, seed).regret()).isLessThanOrEqualTo(bound);
  }

  @Property(tries = 300)
  void fixedShare(
      @ForAll Adversary adversary,
      @ForAll @IntRange(min = 2, max = 6) int experts,
      @ForAll @IntRange(min = 20, max = 300) int rounds,
      @ForAll @IntRange(min = 0, max = 8) int switches,
      @ForAll long seed) {
    FixedShare rule = FixedShare.forSwitches(experts, rounds, switches);
    assertThat(new Game(rule, adversary, rounds, seed).regretToSequences(switches))
        .isLessThanOrEqualTo(FixedShare.regretBound(experts, rounds, switches));
  }

  @Property(tries = 300)
  void adaHedge(
      @ForAll Adversary adversary,
      @ForAll @IntRange(min = 2, max = 9) int experts,
      @ForAll @IntRange(min = 1, max = 400) int rounds,
      @ForAll long seed) {
    AdaHedge rule = new AdaHedge(experts);
    double regret = new Game(rule, adversary, rounds, seed).regret();
    double worst = Math.sqrt(rounds * Math.log(experts)) + 16.0 / 3 * Math.log(experts) + 2;
    assertThat(regret).isLessThanOrEqualTo(2 * rule.delta() + ROUNDING).isLessThanOrEqualTo(worst);
  }

  @Property(tries = 300)
  void squint(
      @ForAll Adversary adversary,
      @ForAll @IntRange(min = 2, max = 9) int experts,
      @ForAll @IntRange(min = 1, max = 400) int rounds,
      @ForAll long seed) {
    Squint rule = new Squint(experts);
    Game game = new Game(rule, adversary, rounds, seed);
    double potential = 0;
    for (int i = 0; i < experts; i++) {
      assertThat(game.regret(i))
          .isLessThanOrEqualTo(rule.regretBound(game.squares(i), rounds) + ROUNDING);
      potential += potential(game.regret(i), game.squares(i));
    }
    assertThat(potential).as("the potential of the proof never grows").isLessThan(1e-6);
  }

  /** Integral of (exp(eta R - eta^2 V) - 1) / eta over [0, 1/2], by the midpoint rule. */
  private static double potential(double regret, double squares) {
    int parts = 4000;
    double sum = 0;
    for (int k = 0; k < parts; k++) {
      double eta = .5 * (k + .5) / parts;
      sum += Math.expm1(eta * (regret - eta * squares)) / eta;
    }
    return sum * .5 / parts;
  }

  @Property(tries = 300)
  void mlProd(
      @ForAll Adversary adversary,
      @ForAll @IntRange(min = 2, max = 9) int experts,
      @ForAll @IntRange(min = 1, max = 400) int rounds,
      @ForAll long seed) {
    MlProd rule = new MlProd(experts);
    Game game = new Game(rule, adversary, rounds, seed);
    for (int i = 0; i < experts; i++) {
      assertThat(game.regret(i)).isLessThanOrEqualTo(rule.regretBound(game.squares(i), rounds));
    }
  }

  @Test
  void boundsAreNearlyReachedSoTheyAreNotEmpty() {
    Game game = new Game(Hedge.forHorizon(2, 400), Adversary.AGAINST_THE_LEADER, 400, 1);
    assertThat(game.regret()).isGreaterThan(.45 * Math.sqrt(200 * Math.log(2)));
  }

  @Test
  void exp3StaysWithinItsBoundOnAverage() {
    int arms = 5;
    int rounds = 2_000;
    int games = 60;
    double regret = 0;
    for (int game = 0; game < games; game++) {
      RandomStream random = RandomStreams.of(game).stream("arms");
      Exp3 rule = Exp3.forHorizon(arms, rounds);
      for (int round = 0; round < rounds; round++) {
        double[] rewards = new double[arms];
        for (int i = 0; i < arms; i++) {
          rewards[i] = random.bernoulli(i == 3 ? .6 : .4) ? 1 : 0;
        }
        int arm = rule.choose(random);
        regret += (rewards[3] - rewards[arm]) / games;
        rule.update(arm, rewards[arm]);
      }
    }
    assertThat(regret).isBetween(.05 * rounds * .2, Exp3.regretBound(arms, rounds));
    assertThat(regret).as("it learns").isLessThan(.7 * rounds * .2 * 4 / 5);
  }
}
