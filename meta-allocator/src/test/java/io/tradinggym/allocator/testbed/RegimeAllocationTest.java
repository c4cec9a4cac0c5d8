package io.tradinggym.allocator.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.train.Episodes;
import io.tradinggym.allocator.rules.FixedShare;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Options;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.specialists.rules.Rules;
import io.tradinggym.testkit.EnvironmentContract;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The testbed of allocators, to the figures of an independent program. */
class RegimeAllocationTest extends EnvironmentContract {
  private static final int EPISODES = 3_000;

  @Override
  protected EnvironmentLogic environment() {
    return new RegimeAllocation(AllocationLaw.standard(), true);
  }

  private static void assertEarns(double expected, double[] returns) {
    double mean = Arrays.stream(returns).average().orElseThrow();
    double squares = Arrays.stream(returns).map(v -> (v - mean) * (v - mean)).sum();
    double error = Math.sqrt(squares) / returns.length;
    assertThat(mean).isCloseTo(expected, within(3 * error + .0015));
  }

  private static double[] play(
      UnaryOperator<Options> options, Function<EnvironmentSpec, Policy> policy) {
    try (VectorEnvironment envs = Gym.vector("RegimeAllocation-v1", 100, options)) {
      return Episodes.returns(policy.apply(envs.spec()), envs, EPISODES, 3);
    }
  }

  private static Options informed(Options options) {
    return options.set(AllocationTestbed.INFORMED, true);
  }

  @Test
  void theOptimumIsWhatItIs() {
    AllocationOptimum optimum = new AllocationOptimum(AllocationLaw.standard(), 16, 100);
    assertThat(optimum.value()).isCloseTo(.3766, within(.012));
    assertEarns(.3766, play(RegimeAllocationTest::informed, optimum::policy));
  }

  @Test
  void withoutAnEdgeTheBestIsCash() {
    AllocationOptimum optimum = new AllocationOptimum(new AllocationLaw(false, 5e-4, 252), 5, 40);
    assertThat(optimum.value()).isCloseTo(0, within(1e-12));
    assertThat(optimum.act(0, .4, .5, 0)).isZero();
  }

  @Test
  void singlesAndQuarters() {
    double[] expected = {0, .064, .022, .044, -.038, .032};
    for (int choice = 0; choice < expected.length; choice++) {
      int always = choice;
      assertEarns(
          expected[choice], play(UnaryOperator.identity(), spec -> Rules.always(spec, always)));
    }
  }

  @Test
  void fixedShareWithTunedRates() {
    AllocationLaw law = AllocationLaw.standard();
    double[] wealth = new double[EPISODES];
    double[] weights = new double[4];
    double[] held = new double[4];
    double[] seen = new double[5];
    double[] losses = new double[4];
    FixedShare rule = new FixedShare(4, 100, .003, FixedShare.Share.ALL);
    for (int episode = 0; episode < EPISODES; episode++) {
      RandomStream random = RandomStreams.of(9).stream("paths", episode);
      rule.reset();
      Arrays.fill(held, 0);
      int regime = AllocationLaw.first(random);
      for (int t = 0; t < law.bars(); t++) {
        rule.weights(weights);
        law.draw(regime, random, seen);
        regime = AllocationLaw.next(regime, random);
        double traded = 0;
        double growth = 0;
        for (int i = 0; i < 4; i++) {
          traded += Math.abs(weights[i] - held[i]);
          growth += weights[i] * seen[i];
          held[i] = weights[i];
          losses[i] = -seen[i];
        }
        wealth[episode] += Math.log1p(growth) + Math.log(1 - law.cost() * traded);
        rule.update(losses);
      }
    }
    assertEarns(.201, wealth);
  }

  @Test
  void parametersAndRefusals() {
    for (int i = 0; i < 3; i++) {
      double row = 0;
      double next = 0;
      for (int j = 0; j < 3; j++) {
        row += AllocationLaw.transition(i, j);
        next += AllocationLaw.stationary(j) * AllocationLaw.transition(j, i);
      }
      assertThat(row).isCloseTo(1, within(1e-15));
      assertThat(next).isCloseTo(AllocationLaw.stationary(i), within(1e-12));
    }
    AllocationLaw law = AllocationLaw.standard();
    assertThat(law.fee(1, 2)).isCloseTo(-Math.log(1 - .001), within(1e-15));
    assertThat(law.fee(1, 5)).isCloseTo(-Math.log(1 - .00075), within(1e-15));
    assertThatThrownBy(() -> new AllocationLaw(true, .2, 252)).hasMessageContaining("cost");
    AllocationOptimum optimum = new AllocationOptimum(new AllocationLaw(true, 0, 2), 5, 10);
    try (VectorEnvironment envs = Gym.vector("RegimeAllocation-v1", 1)) {
      assertThatThrownBy(() -> optimum.policy(envs.spec())).hasMessageContaining("informed: true");
    }
  }
}
