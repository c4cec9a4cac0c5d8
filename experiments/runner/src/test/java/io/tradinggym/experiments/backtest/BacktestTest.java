package io.tradinggym.experiments.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.experiments.evaluation.Evaluation;
import io.tradinggym.experiments.evaluation.Standing;
import io.tradinggym.experiments.evaluation.Trajectory;
import io.tradinggym.experiments.run.BacktestRun;
import io.tradinggym.market.data.AsOf;
import io.tradinggym.market.data.ReplayMarket;
import io.tradinggym.trading.rule.AboveAverage;
import io.tradinggym.trading.rule.Breakout;
import io.tradinggym.trading.rule.BuyAndHold;
import io.tradinggym.trading.rule.Intents;
import io.tradinggym.trading.rule.Momentum;
import io.tradinggym.trading.rule.MovingAverageCross;
import io.tradinggym.trading.rule.Rule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules trade where agents trade. */
class BacktestTest {
  @TempDir private Path folder;

  static List<Rule> rules() {
    return List.of(
        new MovingAverageCross(5, 20),
        new AboveAverage(30),
        new Momentum(20, 5),
        new Breakout(20, 10),
        new BuyAndHold());
  }

  /** The loop over the desk alone is the episode in the environment, bit by bit. */
  @ParameterizedTest
  @MethodSource("rules")
  void theFastLoopIsTheEnvironmentsEpisode(Rule rule) {
    ReplayMarket market = Histories.wandering(400, 2, 3);
    Backtest backtest = Backtest.of(rule).on(market);
    double[] whole = backtest.run(List.of()).agent().episodes().getFirst().getFirst().equity();
    assertThat(backtest.equity()).containsExactly(whole);
    assertThat(whole[whole.length - 1]).isNotEqualTo(whole[0]);
  }

  private record Held(Rule rule) implements Rule {
    @Override
    public void decide(AsOf view, Intents intents) {
      rule.decide(view, intents);
    }

    @Override
    public String toString() {
      return "buy-and-hold";
    }
  }

  /** Two of one name would be one in every file that names them. */
  @Test
  void aRuleThatIsAControlIsNotSetBesideItself() {
    Rule rule = new Held(new BuyAndHold());
    Evaluation result = Backtest.of(rule).on(Histories.wandering(100, 2, 3)).run();
    assertThat(result.standings())
        .extracting(Standing::name)
        .containsExactly("buy-and-hold", "no-trade");
  }

  /** What a rule decides at t does not change when everything after t does. */
  @ParameterizedTest
  @MethodSource("rules")
  void theFutureMovesNothing(Rule rule) {
    double[] all = Backtest.of(rule).on(Histories.wandering(300, 2, 3)).equity();
    double[] other = Backtest.of(rule).on(Histories.changedAfter(300, 2, 3, 200)).equity();
    int shared = 200 - (300 - all.length);
    assertThat(shared).isGreaterThan(50);
    for (int t = 0; t <= shared; t++) {
      assertThat(other[t]).isEqualTo(all[t]);
    }
  }

  @Test
  void aRuleThatFailsIsNamedWithTheClose() {
    Rule ahead = (view, intents) -> intents.weight(0, view.close(0, -1));
    Rule none = (view, intents) -> intents.weight(0, Double.NaN);
    Rule other = (view, intents) -> intents.weight(2, 1);
    Rule broken =
        (view, intents) -> {
          throw new IllegalStateException("no such thing");
        };
    Map<Rule, String> all =
        Map.of(
            ahead, "the future is not known, was -1",
            none, "a weight must be finite and of an asset in 0 .. 1, was NaN of 0",
            other, "was 1.0 of 2",
            broken, "no such thing");
    all.forEach(
        (rule, why) -> {
          Backtest backtest = Backtest.of(rule).on(Histories.wandering(100, 2, 3));
          assertThatThrownBy(backtest::equity)
              .isInstanceOf(IllegalArgumentException.class)
              .hasMessageMatching("the rule .* failed at the close of 1970-.*: .*")
              .hasMessageContaining(why);
        });
    Set<Long> seen = new HashSet<>();
    Rule remembers = (view, intents) -> intents.weight(0, seen.add(view.closeTime()) ? 1 : 0);
    assertThatThrownBy(() -> Backtest.of(remembers).on(Histories.wandering(100, 2, 3)).run())
        .hasMessageContaining("decides by more than the past");
  }

  /** Decided at the close, filled at the next open, with half a spread and commission, whole shares. */
  @Test
  void aRuleIsFilledAtTheNextOpenWithCosts() {
    ReplayMarket market = Histories.steps(80, 60, 100.00, 110.00);
    Rule once =
        (view, intents) -> {
          if (view.close(0) > 105 && intents.held(0) == 0) {
            intents.weight(0, 1);
          }
        };
    Evaluation evaluation =
        Backtest.of(once).on(market).commission(0.001).spread(0.002).cash(10_000).run(List.of());
    Trajectory episode = evaluation.agent().episodes().getFirst().getFirst();
    // The price is 110 at close 60 and at open 61; 90 shares at 110.11 are 9,909.90, and 9.91 of
    // fees.
    double[] equity = episode.equity();
    double end = 10_000 - 90 * 0.11 - 90 * 110.11 * 0.001;
    assertThat(equity[equity.length - 1]).isCloseTo(end, within(0.01));
    assertThat(episode.booked().trades()).hasSize(1);
  }

  @Test
  void aRuleOfOnesOwnTakesFiveLinesAndLeavesAPage() throws Exception {
    record Trend(int days) implements Rule {
      @Override
      public void decide(AsOf view, Intents intents) {
        for (int asset = 0; asset < view.assets(); asset++) {
          boolean above = view.close(asset) > view.mean(asset, days);
          intents.weight(asset, above ? 1.0 / view.assets() : 0);
        }
      }
    }

    Path page = folder.resolve("trend.html");
    ReplayMarket market = Histories.wandering(300, 1, 5);
    Backtest.of(new Trend(50)).on(market).spread(0.0002).run().report(page);
    assertThat(Files.readString(page))
        .contains("Trend[days=50]", "Deflated Sharpe", "of the first");
    assertThat(folder.resolve("ledger.jsonl")).isNotEmptyFile();
    Backtest.of(new Trend(50)).on(market).spread(0.0002).run().report(page);
    assertThat(Files.readString(page)).as("the same again").contains("of the first");
    Backtest.of(new Trend(50)).on(market).spread(0.0004).run().report(page);
    assertThat(Files.readString(page)).as("with other costs").contains("of 2 trials");
  }

  @Test
  void anotherPolicyUnderTheSameNameIsAnotherTrial() throws Exception {
    assertThat(BacktestRun.played(null)).isEmpty();
    Path policy = Files.writeString(folder.resolve("policy"), "one");
    Map<String, String> one = BacktestRun.played(policy);
    Files.writeString(policy, "two");
    assertThat(BacktestRun.played(policy)).isNotEqualTo(one).containsOnlyKeys("policy");
  }

  @Test
  void aViewKnowsNoCloseThatIsNotThere() {
    Rule patient = (view, intents) -> intents.weight(0, view.mean(0, 10_000) > 0 ? 1 : 0);
    assertThat(Backtest.of(patient).on(Histories.wandering(200, 1, 1)).equity())
        .containsOnly(100_000);
    Rule greedy = (view, intents) -> view.close(0, 10_000);
    Backtest backtest = Backtest.of(greedy).on(Histories.wandering(200, 1, 1));
    assertThatThrownBy(backtest::equity)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("barsAgo must be at most");
  }
}
