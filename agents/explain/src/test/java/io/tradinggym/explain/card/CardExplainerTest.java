package io.tradinggym.explain.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.agents.train.Learner;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.explain.attribution.PolicyMargin;
import io.tradinggym.explain.risk.RegimeEvidence;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CardExplainerTest {
  private static final long NOW = Instant.parse("2022-06-13T20:00:00Z").toEpochMilli();

  private static Policy policy(long seed) {
    try (VectorEnvironment envs = Gym.vector("CartPole-v1", 2);
        Learner learner =
            Ppo.settings().network(Mlp.SMALL).rolloutSteps(8).build().start(envs, seed, 1)) {
      return learner.policy();
    }
  }

  private static float[] rows(int count, long seed) {
    RandomStream random = RandomStreams.of(seed).stream("rows");
    float[] rows = new float[4 * count];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (float) random.gaussian();
    }
    return rows;
  }

  static DecisionTrace trace(Policy policy, float[] observation, Situation situation) {
    float[] scores = new float[2];
    new PolicyMargin(policy, 1).scores(observation, scores);
    return new DecisionTrace(
        3,
        NOW,
        false,
        "abc",
        List.of(),
        observation,
        new boolean[0],
        scores,
        new float[] {policy.act(observation)},
        List.of("left", "right"),
        List.of(new DecisionTrace.Holding("NVDA", 160.42, 300, 180)),
        List.of(new DecisionTrace.Traded("NVDA", -120, 160.35, 12)),
        Map.of("goal", .1),
        situation);
  }

  @Test
  void everySentenceAboutThePolicyHolds() {
    Background background = new Background(rows(500, 1), 4);
    int claims = 0;
    for (int seed = 0; seed < 5; seed++) {
      Policy policy = policy(seed);
      CardExplainer explainer = new CardExplainer(policy, background);
      for (int i = 0; i < 20; i++) {
        float[] observation = rows(1, 100 * seed + i);
        Explanation card = explainer.explain(trace(policy, observation, Situation.NONE));
        for (Claim claim : card.claims()) {
          assertThat(claim.holds(explainer.margin(), observation)).as("%s", claim).isTrue();
          claims++;
        }
      }
    }
    assertThat(claims).isGreaterThan(300);
  }

  @Test
  void aCardHasAtMostTwelveLinesHoweverMuchIsKnown() {
    Policy policy = policy(1);
    CardExplainer explainer = new CardExplainer(policy, new Background(rows(50, 1), 4));
    Situation all =
        new Situation(
            OptionalDouble.of(160.90),
            OptionalDouble.of(.0006),
            Optional.of(
                RegimeEvidence.of(
                    .1,
                    List.of(new RegimeEvidence.Law("last return", 0, 1, 0, 2)),
                    new double[] {2})),
            Optional.of(new Situation.Tail(4120, -6000, 250)),
            Optional.of(new Situation.Tail(2260, -3600, 250)),
            Optional.of(new Situation.Analogues("NVDA", 10, 5, -.01, .012, .03, .004)),
            Optional.of(
                new Situation.Level("NVDA", 150.5, true, "two deviations of a period away")));
    Explanation card = explainer.explain(trace(policy, new float[] {.1f, .2f, -.3f, 1}, all));
    assertThat(card.lines()).hasSizeLessThanOrEqualTo(Explanation.MOST_LINES);
    assertThat(card.text())
        .startsWith(
            "2022-06-13 NVDA sells 120 near 160.42, holds 180, limit 160.90, expected cost 6.0 bp")
        .contains(
            "  regime    turbulent .20 (prior .10, most by last return 2.000: log ratio 0.81)")
        .contains("  risk      VaR95 4,120 -> 2,260 · worst of 250 periods -6,000 -> -3,600")
        .contains(
            "  analogues NVDA, 10 nearest, 5 periods on: quartiles -1.0 %, 1.2 %, 3.0 %; usual"
                + " median 0.4 %")
        .contains("  invalid   NVDA below 150.50, two deviations of a period away");
  }

  @Test
  void theSameTraceHasTheSameCard() {
    Policy policy = policy(4);
    Background background = new Background(rows(50, 1), 4);
    DecisionTrace trace = trace(policy, rows(1, 8), Situation.NONE);
    assertThat(new CardExplainer(policy, background).explain(trace))
        .isEqualTo(new CardExplainer(policy, background).explain(trace));
  }

  @Test
  void aBackgroundOfOtherObservationsIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CardExplainer(policy(1), new Background(new float[10], 5)))
        .withMessage("the policy sees 4 numbers, the background has 5");
  }

  @Test
  void percentilesCountEqualValuesHalf() {
    Background background = new Background(new float[] {1, 2, 2, 4}, 1);
    assertThat(background.percentile(0, 0)).isZero();
    assertThat(background.percentile(0, 2)).isEqualTo(.5);
    assertThat(background.percentile(0, 3)).isEqualTo(.75);
    assertThat(background.percentile(0, 4)).isEqualTo(.875);
    assertThat(Numbers.percentile(.11)).isEqualTo("11th percentile");
    assertThat(Numbers.percentile(.222)).isEqualTo("22nd percentile");
    assertThat(Numbers.decimal(-1234567.891, 2)).isEqualTo("-1,234,567.89");
    assertThat(Numbers.decimal(-.001, 2)).isEqualTo("0.00");
    assertThat(Numbers.share(.314)).isEqualTo(".31");
  }
}
