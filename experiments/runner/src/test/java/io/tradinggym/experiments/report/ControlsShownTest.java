package io.tradinggym.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.api.AutoReset;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Gym;
import io.tradinggym.experiments.evaluation.Arena;
import io.tradinggym.experiments.evaluation.Contender;
import io.tradinggym.experiments.evaluation.Controls;
import io.tradinggym.experiments.evaluation.Evaluation;
import io.tradinggym.experiments.evaluation.Paths;
import io.tradinggym.experiments.evaluation.Provenance;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A report compares with what fits its environment, and speaks of nobody who is not there. */
class ControlsShownTest {
  private static final int PATHS = 200;

  /** Somebody without skill. */
  private static final class Novice implements Contender {
    @Override
    public String title() {
      return "agent";
    }

    @Override
    public boolean fits(EnvironmentSpec spec) {
      return true;
    }

    @Override
    public Player player(EnvironmentSpec spec, int path, Scout scout) {
      return Controls.RANDOM.player(spec, path + 1, scout);
    }
  }

  private static Evaluation evaluation(String environment) {
    try (Arena arena =
        new Arena(Gym.vector(environment).autoReset(AutoReset.DISABLED).make(), 7, "test")) {
      return Evaluation.play(arena, List.of(new Novice()), Controls.ALL, Paths.common(PATHS), 252);
    }
  }

  private static ReportData data(Evaluation evaluation) {
    return new ReportBuilder(evaluation)
        .build(
            "run",
            List.of(),
            Provenance.UNKNOWN,
            "",
            Map.of(),
            Assumptions.of(evaluation, "Chosen on validation episodes."));
  }

  private static double mean(Evaluation evaluation, String name) {
    double[] scores = evaluation.named(name).orElseThrow().scores()[0];
    return Arrays.stream(scores).average().orElseThrow();
  }

  @Test
  void hedgersMeetTheRulesOfTheTextbooks() {
    Evaluation evaluation = evaluation("OptionHedging-v1");
    ReportData data = data(evaluation);
    assertThat(data.contenders())
        .extracting(ReportData.Contender::name)
        .containsExactly("agent", "random", "no-hedge", "delta-hedge", "band-hedge");
    assertThat(mean(evaluation, "delta-hedge")).isGreaterThan(mean(evaluation, "no-hedge"));
    assertThat(mean(evaluation, "band-hedge")).isGreaterThan(mean(evaluation, "delta-hedge"));
    assertThat(data.verdicts().getFirst()).startsWith("The agent is worse than band-hedge");
    assertThat(HtmlReport.of(data))
        .contains(
            "<b>delta-hedge</b>: Holds Black-Scholes delta at every time, whatever that costs.",
            "The middle half leaves the rare disaster",
            "The controls are rules that learn nothing; random draws its actions",
            "<span class=\"source\">SIMULATED</span>",
            "One call was sold and is hedged with its underlying alone")
        .doesNotContain("oracle knows", "Nothing about markets", ">buy-and-hold<");
  }

  @Test
  void nobodyIsSpokenOfWhoIsNotThere() {
    ReportData data = data(evaluation("CartPole-v1"));
    assertThat(data.contenders()).hasSize(2);
    assertThat(HtmlReport.of(data))
        .contains("The control is chance: random draws its actions", "Nothing about markets")
        .doesNotContain("oracle knows", "The controls", "the others", "SIMULATED");
  }
}
