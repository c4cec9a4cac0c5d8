package io.tradinggym.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.agents.train.Learner;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.explain.attribution.Contributions;
import io.tradinggym.explain.attribution.Groups;
import io.tradinggym.explain.attribution.HiddenInputs;
import io.tradinggym.explain.attribution.IntegratedGradients;
import io.tradinggym.explain.attribution.PolicyMargin;
import io.tradinggym.explain.attribution.Shapley;
import io.tradinggym.explain.attribution.SmallestChange;
import io.tradinggym.explain.card.Background;
import io.tradinggym.explain.policy.Counterfactual;
import io.tradinggym.explain.postmortem.Shortfall;
import io.tradinggym.explain.risk.RiskBreakdown;
import io.tradinggym.explain.sentiment.Lexicon;
import io.tradinggym.explain.sentiment.Sentiment;
import io.tradinggym.market.Money;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The code of the guide to explanations. */
class ExplanationsGuideTest {
  private static Policy policy() {
    try (VectorEnvironment envs = Gym.vector("CartPole-v1", 2);
        Learner learner =
            Ppo.settings().network(Mlp.SMALL).rolloutSteps(8).build().start(envs, 1, 1)) {
      return learner.policy();
    }
  }

  private static Background background() {
    float[] rows = new float[400];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (float) Math.sin(i * i);
    }
    return new Background(rows, 4);
  }

  @Test
  void aDecisionHangsOnItsMargin() {
    Policy policy = policy();
    Background background = background();
    float[] observation = {.1f, -.5f, .02f, .4f};

    PolicyMargin margin = new PolicyMargin(policy, IntegratedGradients.STEPS);
    int action = policy.act(observation);
    margin.choose(action, 1 - action); // what was chosen, and the runner-up
    Contributions parts =
        new IntegratedGradients(margin, IntegratedGradients.STEPS)
            .of(observation, background.means());
    int first = parts.order()[0];
    double share = parts.share(first);
    double unexplained = parts.gap();

    assertThat(share).isBetween(.25, 1.0);
    assertThat(unexplained).isLessThan(.05);

    HiddenInputs game = new HiddenInputs(margin, observation, background.means(), Groups.single(4));
    Contributions fair = Shapley.exact(game, 4);

    assertThat(fair.gap()).isLessThan(1e-4);

    SmallestChange changes =
        new SmallestChange(margin, background.lows(), background.highs(), background.deviations());
    Optional<SmallestChange.Change> turns = changes.ofOne(observation, first);

    turns.ifPresent(change -> assertThat(change.size()).isPositive());
  }

  @Test
  void anEpisodeGoesOnOtherwise() {
    Policy policy = policy();
    try (VectorEnvironment environment =
        Gym.vector("CartPole-v1").lanes(1).autoReset(AutoReset.DISABLED).make()) {
      Batch now = environment.newBatch();
      environment.reset(1, now);

      float[] left = {0};
      Counterfactual other = Counterfactual.of(environment, now, policy, new float[0], left, 50);
      double reward = other.reward();

      assertThat(reward).isPositive();
    }
  }

  @Test
  void riskAndCostsAreTakenApart() {
    double[][] covariance = {{1.6e-4, 6e-5}, {6e-5, 3.6e-4}};

    RiskBreakdown risk = RiskBreakdown.of(new double[] {700_000, -100_000}, covariance, 0.95);
    double hedge = risk.component()[1]; // below 0: it lowers the whole

    assertThat(hedge).isNegative();

    Shortfall cost =
        Shortfall.of(
            1_000,
            Money.of("100.00"), // decided at
            Money.of("100.10"), // arrived at
            Money.of("100.60"), // judged at
            List.of(new Shortfall.Part(800, Money.of("100.25"))),
            Money.of("8"));
    double basisPoints = cost.basisPoints(); // 32.8

    assertThat(basisPoints).isEqualTo(32.8);
  }

  @Test
  void aHeadlineIsHeard() {
    Optional<Sentiment> heard =
        Lexicon.finance().score("Chipmaker beats estimates, raises guidance");

    assertThat(heard.orElseThrow().score()).isPositive();
  }
}
