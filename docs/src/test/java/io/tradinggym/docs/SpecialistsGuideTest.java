package io.tradinggym.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.train.Episodes;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.specialists.optimum.OptimalPolicies;
import io.tradinggym.specialists.optimum.TrendOptimum;
import io.tradinggym.specialists.planted.PlantedMarkets;
import io.tradinggym.specialists.planted.TrendLaw;
import io.tradinggym.specialists.rules.Rules;
import org.junit.jupiter.api.Test;

/** The code of the guide on specialists. */
class SpecialistsGuideTest {
  @Test
  void aRuleBesideTheOptimum() {
    double share;
    TrendOptimum optimum = new TrendOptimum(TrendLaw.standard());
    try (VectorEnvironment envs = Gym.vector("Trend-v1", 64);
        VectorEnvironment informed =
            Gym.vector("Trend-v1", 64, o -> o.set(PlantedMarkets.INFORMED, true))) {
      Policy rule = Rules.ewmaBand(envs.spec(), 30, 0.037);
      Policy best = OptimalPolicies.of(optimum, informed.spec());
      double byRule = Episodes.meanReturn(rule, envs, 2_000, 1);
      double atMost = Episodes.meanReturn(best, informed, 2_000, 1);
      share = byRule / atMost;
    }
    assertThat(share).isBetween(0.95, 1.0);
  }
}
