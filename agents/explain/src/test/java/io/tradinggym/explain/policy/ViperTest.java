package io.tradinggym.explain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.agents.policy.Actor;
import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.agents.train.Learner;
import io.tradinggym.agents.train.Schedule;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.explain.attribution.Contributions;
import io.tradinggym.explain.attribution.PolicyMargin;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViperTest {
  /** Pushes under the pole: balances for as long as it is let. */
  private static final Teacher BALANCING =
      new Teacher() {
        @Override
        public int choices() {
          return 2;
        }

        @Override
        public void scores(float[] x, float[] out) {
          out[1] = .1f * x[0] + .3f * x[1] + 3 * x[2] + x[3];
          out[0] = -out[1];
        }
      };

  private static VectorEnvironment cartPole() {
    return Gym.vector("CartPole-v1").lanes(1).autoReset(AutoReset.DISABLED).make();
  }

  @Test
  void aTreeBalancesAsItsTeacherDoes() {
    try (VectorEnvironment environment = cartPole()) {
      Viper viper = new Viper(environment, BALANCING);
      Viper.Distilled found =
          viper.distil(
              new Viper.Effort(
                  6, Integer.getInteger("rounds", 8), Integer.getInteger("eps", 4), 10),
              1);
      System.out.printf(
          "viper: depth %d, leaves %d, agreement %.3f (%.3f by stakes), return %.1f of %.1f%n",
          found.tree().depth(),
          found.tree().leaves(),
          found.agreement(),
          found.agreementByStakes(),
          found.reward(),
          found.teacherReward());
      assertThat(found.tree().depth()).isLessThanOrEqualTo(6);
      assertThat(found.agreementByStakes()).isGreaterThanOrEqualTo(.95);
      assertThat(found.agreement()).isGreaterThanOrEqualTo(.8);
      assertThat(found.reward()).isGreaterThanOrEqualTo(475);
      assertThat(found.tree().text(i -> "x" + i, i -> "push " + i)).contains("x3 <= ", "push 1");
    }
  }

  /**
   * Trees of trained networks, on a hundred episodes that none of them was chosen by. The build distils one; more:
   * -Dtradinggym.seeds=10.
   */
  @Test
  void aTreeOfATrainedPolicyBalances() {
    int seeds = Integer.getInteger("tradinggym.seeds", 1);
    double sum = 0;
    for (int seed = 1; seed <= seeds; seed++) {
      Policy policy = ppo(seed);
      PolicyMargin margin = new PolicyMargin(policy, 1);
      Teacher teacher =
          new Teacher() {
            @Override
            public int choices() {
              return margin.scores();
            }

            @Override
            public void scores(float[] observation, float[] out) {
              margin.scores(observation, out);
            }
          };
      try (VectorEnvironment environment = cartPole()) {
        Viper.Distilled found =
            new Viper(environment, teacher)
                .distil(new Viper.Effort(6, seeds > 1 ? 32 : 16, 4, 30), seed);
        double fresh = meanReturn(environment, found.tree(), 100);
        System.out.printf(
            "viper of PPO, seed %d: depth %d, leaves %d, agreement %.3f (%.3f by stakes), return"
                + " %.1f of %.1f, of 100 others %.1f%n",
            seed,
            found.tree().depth(),
            found.tree().leaves(),
            found.agreement(),
            found.agreementByStakes(),
            found.reward(),
            found.teacherReward(),
            fresh);
        sum += fresh;
      }
    }
    assertThat(sum / seeds).isGreaterThanOrEqualTo(475);
  }

  private static double meanReturn(VectorEnvironment environment, DecisionTree tree, int episodes) {
    Batch batch = environment.newBatch();
    double sum = 0;
    for (int episode = 0; episode < episodes; episode++) {
      environment.reset(1_000_000 + episode, batch);
      while (batch.ends[0] == 0) {
        environment.step(new float[] {tree.choose(batch.observation(0))}, batch);
        sum += batch.rewards[0];
      }
    }
    return sum / episodes;
  }

  private static Policy ppo(long seed) {
    try (VectorEnvironment envs = Gym.vector("CartPole-v1", 8);
        Learner learner =
            Ppo.settings()
                .rolloutSteps(32)
                .epochs(10)
                .gamma(0.98)
                .lambda(0.8)
                .learningRate(Schedule.linear(1e-3))
                .network(Mlp.SMALL)
                .build()
                .start(envs, seed, 1)) {
      int updates = 400;
      for (int i = 0; i < updates; i++) {
        learner.advance((double) i / updates);
      }
      return learner.policy();
    }
  }

  @Test
  void aTreeFindsTheBordersByWeight() {
    List<float[]> rows =
        List.of(new float[] {0, 5}, new float[] {1, 5}, new float[] {2, 5}, new float[] {3, 5});
    int[] labels = {0, 0, 1, 1};
    DecisionTree tree = DecisionTree.grow(rows, labels, new double[] {1, 1, 1, 1}, 2, 3);
    assertThat(tree.depth()).isOne();
    assertThat(tree.choose(new float[] {1.4f, 0})).isZero();
    assertThat(tree.choose(new float[] {1.6f, 0})).isOne();
    DecisionTree stump =
        DecisionTree.grow(rows, new int[] {1, 0, 1, 0}, new double[] {9, 1, 1, 1}, 2, 1);
    assertThat(stump.choose(new float[] {0, 0})).as("what weighs most is right").isOne();
  }

  /** Played on from any state with the action that was taken, the episode is itself. */
  @Test
  void theActionTakenLeadsWhereItLed() {
    Policy policy = Planted.policy(1, 3, 1);
    try (VectorEnvironment environment =
        Gym.vector(() -> new Planted(1)).lanes(1).autoReset(AutoReset.DISABLED).make()) {
      Batch batch = environment.newBatch();
      Actor actor = policy.actor(1);
      float[] action = new float[1];
      environment.reset(4, batch);
      for (int i = 0; i < 5; i++) {
        actor.act(batch.observations, batch.masks, 1, action);
        environment.step(action, batch);
      }
      actor.act(batch.observations, batch.masks, 1, action);
      Counterfactual same =
          Counterfactual.of(environment, batch, policy, new float[0], action, 100);
      Counterfactual other =
          Counterfactual.of(
              environment, batch, policy, new float[0], new float[] {1 - action[0]}, 100);
      double rest = 0;
      while (batch.ends[0] == 0) {
        actor.act(batch.observations, batch.masks, 1, action);
        environment.step(action, batch);
        rest += batch.rewards[0];
      }
      assertThat(same.reward()).isEqualTo(rest);
      assertThat(same.steps()).isEqualTo(11);
      assertThat(same.end()).isEqualTo(batch.endReason(0));
      assertThat(Math.abs(other.reward() - same.reward())).as("one answer differs").isEqualTo(2);
    }
  }

  @Test
  void onlyWhatInformsEarns() {
    Policy policy = Planted.policy(1, 7, 60);
    float[] background = Planted.rows(8, RandomStreams.of(1).stream("background"));
    int[][] groups = {{0}, {1, 2, 3}, {4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}};
    try (VectorEnvironment environment =
        Gym.vector(() -> new Planted(1)).lanes(1).autoReset(AutoReset.DISABLED).make()) {
      Contributions values =
          new ReturnShapley(environment, policy, background, groups, 40, 1).values();
      assertThat(values.gap()).isLessThan(1e-9);
      assertThat(values.parts()[0]).as("16 right answers less chance").isGreaterThan(12);
      assertThat(values.parts()[1]).isCloseTo(0, within(1.5));
      assertThat(values.parts()[2]).isCloseTo(0, within(1.5));
    }
  }
}
