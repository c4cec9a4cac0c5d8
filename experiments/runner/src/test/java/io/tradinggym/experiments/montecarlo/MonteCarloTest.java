package io.tradinggym.experiments.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.experiments.backtest.Histories;
import io.tradinggym.experiments.evaluation.Contender;
import io.tradinggym.experiments.report.Marked;
import io.tradinggym.market.Money;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.MarkAndFunding;
import io.tradinggym.market.data.ReplayMarket;
import io.tradinggym.market.data.Series;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Perpetual;
import io.tradinggym.trading.rule.BuyAndHold;
import io.tradinggym.trading.rule.MovingAverageCross;
import io.tradinggym.trading.rule.Rule;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As it might have gone. */
class MonteCarloTest {
  private static final String TEXT =
      """
      name: what-if
      market: {simulated: "watchlist:SPY"}
      environment: {id: Stock-v1}
      rule: {name: buy-and-hold}
      """;

  @TempDir private Path folder;

  private static MonteCarlo study(Rule rule) {
    return new MonteCarlo(
        TEXT, List.of(), Histories.wandering(400, 1, 3), Contender.of("rule", rule));
  }

  @Test
  void historiesDrawnAgainDifferAndAreTheSameTheNextTime() {
    MonteCarlo study = study(new BuyAndHold());
    double[] one =
        study.bootstrap(20).stream().mapToDouble(e -> e.equity()[e.equity().length - 1]).toArray();
    double[] two =
        study.bootstrap(20).stream().mapToDouble(e -> e.equity()[e.equity().length - 1]).toArray();
    assertThat(two).containsExactly(one);
    assertThat(Arrays.stream(one).distinct().count()).isEqualTo(20);
    assertThat(study.blockLength()).isGreaterThanOrEqualTo(1);
  }

  @Test
  void higherCostsNeverEarnMore() {
    List<MonteCarlo.Line> lines = study(new MovingAverageCross(3, 12)).costs();
    for (int i = 1; i < lines.size(); i++) {
      assertThat(lines.get(i).total()).isLessThanOrEqualTo(lines.get(i - 1).total());
    }
    assertThat(study(new BuyAndHold()).fills()).hasSize(6);
  }

  /** The returns of the scenario are the history's inside it, and its own returns after it. */
  @Test
  void aCrashHappensWhereItIsPutAndLeavesTheRestAsItWas() {
    ReplayMarket history = Histories.wandering(200, 2, 9);
    Bars before = history.data();
    for (Scenario scenario : Scenario.ALL) {
      Bars after = ShockedHistory.of(history, scenario, 100).data();
      int bars = scenario.bars().size();
      for (int asset = 0; asset < 2; asset++) {
        assertThat(after.close(asset, 99)).isEqualTo(before.close(asset, 99));
        int last = 100 + bars;
        double drop = scenario.factor();
        int missing = before.length() - after.length();
        if (missing == 0 && scenario.funding() == 0) {
          double shocked = (double) after.close(asset, last - 1) / after.close(asset, 99);
          assertThat(shocked).isCloseTo(drop, within(2e-3));
          double own = (double) before.close(asset, last) / before.close(asset, last - 1);
          assertThat((double) after.close(asset, last) / after.close(asset, last - 1))
              .isCloseTo(own, within(1e-3));
        }
      }
    }
    assertThatThrownBy(() -> ShockedHistory.of(history, Scenario.ALL.getFirst(), 0))
        .hasMessageContaining("must begin in 1 ..");
  }

  @Test
  void blackMondayCostsAHolderWhatItSays() {
    List<MonteCarlo.Stress> stress = study(new BuyAndHold()).stress(3);
    MonteCarlo.Stress monday = stress.getFirst();
    double alone = (1 - .0295) * (1 - .0234) * (1 - .0516) * (1 - .2047) * 1.0533 * 1.0910 - 1;
    assertThat(monday.mean()).isCloseTo(alone, within(0.03)); // and one bar of the walk
    assertThat(monday.held()).isCloseTo(monday.mean(), within(0.005));
    assertThat(monday.ruined()).isZero();
  }

  @Test
  void neighboursOfARuleHaveOtherNumbersAndAreTheSameTheNextTime() {
    String text = TEXT.replace("buy-and-hold", "moving-average-cross, fast: 10, slow: 12");
    MonteCarlo study =
        new MonteCarlo(
            text,
            List.of(),
            Histories.wandering(400, 1, 3),
            Contender.of("rule", new MovingAverageCross(10, 12)));
    List<MonteCarlo.Line> near = study.neighbours(20);
    assertThat(near).hasSize(20).isEqualTo(study.neighbours(20));
    assertThat(near)
        .extracting(MonteCarlo.Line::name)
        .doesNotContain("moving-average-cross {fast=10, slow=12}");
    assertThat(near.stream().map(MonteCarlo.Line::total).distinct().count()).isGreaterThan(5);
    assertThat(study(new BuyAndHold()).neighbours(5)).as("nothing to change").isEmpty();
  }

  @Test
  void fundingIsPaidAtEveryStampOfTheScenarioAndPricesStay() {
    long hour = 3_600_000;
    int bars = 60;
    double[] price = new double[bars];
    Arrays.fill(price, 100);
    long[] times = new long[bars];
    Arrays.setAll(times, bar -> (bar + 1) * 4L * hour);
    long[] own = new long[bars];
    Arrays.setAll(own, bar -> times[bar] % (8 * hour) == 0 ? 10_000 : 0);
    Series series =
        new Series(
                new Perpetual("P", new Currency("BTC"), Currency.USD, Money.UNITS / 10, 1),
                times,
                price,
                price,
                price,
                price,
                price)
            .with(new MarkAndFunding(price, price, price, own, 8 * hour));
    ReplayMarket history = ReplayMarket.of(List.of(series), 2190);
    Scenario spike =
        Scenario.ALL.stream().filter(each -> each.funding() > 0).findFirst().orElseThrow();
    Bars after = ShockedHistory.of(history, spike, 20).data();
    for (int bar = 0; bar < bars; bar++) {
      boolean stamp = times[bar] % (8 * hour) == 0;
      boolean inside = bar >= 20 && bar < 29;
      assertThat(after.funding(0, bar)).isEqualTo(!stamp ? 0 : inside ? 750_000 : 10_000);
      assertThat(after.close(0, bar)).isEqualTo(history.data().close(0, bar));
      assertThat(after.mark(0, bar)).isEqualTo(history.data().mark(0, bar));
    }
  }

  @Test
  void aStudyIsATrialAndAPage() {
    MonteCarloRun.Result result =
        MonteCarloRun.of(TEXT, List.of("seed=3"), null, folder.resolve("study")).complete(5, 3, 1);
    assertThat(result.worth().trials()).isEqualTo(1);
    assertThat(folder.resolve("study/monte-carlo.html"))
        .content()
        .contains("History drawn again", "Black Monday", "Deflated Sharpe")
        .satisfies(Marked::simulated);
  }
}
