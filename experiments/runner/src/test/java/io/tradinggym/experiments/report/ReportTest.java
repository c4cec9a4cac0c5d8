package io.tradinggym.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.InfoField;
import io.tradinggym.api.space.Box;
import io.tradinggym.experiments.evaluation.Booked;
import io.tradinggym.experiments.evaluation.EpisodeCosts;
import io.tradinggym.experiments.evaluation.Evaluation;
import io.tradinggym.experiments.evaluation.MadeUp;
import io.tradinggym.experiments.evaluation.Provenance;
import io.tradinggym.experiments.evaluation.Standing;
import io.tradinggym.experiments.evaluation.Trade;
import io.tradinggym.experiments.evaluation.Trajectory;
import io.tradinggym.experiments.statistics.seeds.Interval;
import io.tradinggym.market.Money;
import io.tradinggym.market.account.TradeReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A report of a ledger made by hand: its amounts, its words, and what it must never let through. */
class ReportTest {
  private static final String EVIL = "<img src=x onerror=alert(1)>'\"";
  private static final int BARS = 60;

  private static final List<String> REPORTED =
      List.of("time", "equity", "weight_0", "price_0", "fees", "carry", "traded");

  private static Trajectory episode(
      String contender, double drift, @Nullable EpisodeCosts costs, List<String> names) {
    List<InfoField> fields = new ArrayList<>();
    for (String name : names) {
      fields.add(new InfoField(name, "", ""));
    }
    double[][] infos = new double[fields.size()][BARS + 1];
    for (int t = 0; t <= BARS; t++) {
      infos[0][t] = Instant.parse("2021-01-04T21:00:00Z").toEpochMilli() + 86_400_000.0 * t;
      infos[1][t] = 1000 * Math.pow(1 + drift, t) * (t % 2 == 0 ? 1 : 0.999);
      infos[3][t] = 10;
      infos[2][t] = t == 0 ? 0 : 400 / infos[1][t];
      infos[4][t] = t == 1 ? 2.5 : 0;
      infos[5][t] = 0.25;
      infos[6][t] = t == 1 ? 400 : 0;
      if (names.contains("funding")) {
        infos[names.indexOf("funding")][t] = t == 2 ? 4 : 0;
      }
    }
    long first = (long) infos[0][1];
    Trade bought =
        new Trade(
            first, 0, "A", 40, Money.of("10"), 0, 0, 0, 0, TradeReason.TARGET, -Money.of("400"));
    return new Trajectory(
        contender,
        0,
        MadeUp.trading(EVIL, fields),
        fields,
        infos,
        new double[BARS],
        new float[BARS][1],
        EndReason.TIME_LIMIT,
        Map.of(),
        new Booked(0, costs, List.of(bought), List.of()));
  }

  private static Evaluation evaluation(@Nullable EpisodeCosts costs, List<String> names) {
    List<Standing> standings = new ArrayList<>();
    for (String name : List.of("agent", "buy-and-hold")) {
      Trajectory episode = episode(name, name.equals("agent") ? -0.002 : 0.001, costs, names);
      double score = episode.info("equity")[BARS] / 1000 - 1;
      standings.add(
          new Standing(
              name,
              new double[][] {{score}},
              new Interval(score, score, score, 0.95),
              List.of(List.of(episode))));
    }
    EnvironmentSpec spec =
        EnvironmentSpec.of("Ledger-v0")
            .observation(Box.of(0, 1, 1))
            .action(Box.of(0, 1, 1))
            .build();
    return new Evaluation(
        spec,
        true,
        252,
        standings,
        standings.getFirst().episodes().getFirst().getFirst(),
        0,
        Map.of(),
        Map.of());
  }

  private static ReportData data(boolean simulated) {
    return data(simulated, null, REPORTED);
  }

  private static ReportData data(
      boolean simulated, @Nullable EpisodeCosts costs, List<String> names) {
    return new ReportBuilder(evaluation(costs, names))
        .build(
            EVIL,
            List.of(),
            new Provenance(simulated, EVIL),
            EVIL,
            Map.of(EVIL, EVIL),
            List.of(EVIL));
  }

  @Test
  void costsAreTheAmountsOfTheLedger() {
    assertThat(data(true).contenders().getFirst().costs())
        .containsExactly(
            entry("Commissions and fees", 2.5),
            entry("Interest, borrow fees, less dividends", 15.0),
            entry("Notional traded", 400.0));
  }

  @Test
  void everyKindOfCostThatWasBookedHasItsAmount() {
    EpisodeCosts costs = new EpisodeCosts(2.5, 3, 5, 7, 11, -13, 17);
    assertThat(data(true, costs, REPORTED).contenders().getFirst().costs())
        .containsExactly(
            entry("Commissions and fees", 2.5),
            entry("Spread, slippage and impact", 3.0),
            entry("Liquidation fees", 5.0),
            entry("Interest and borrow fees", 18.0),
            entry("Funding, less received", -13.0),
            entry("Dividends paid, less received", 17.0),
            entry("All costs", 32.5),
            entry("Notional traded", 400.0));
    EpisodeCosts none = new EpisodeCosts(2.5, 3, 0, 7, 11, 0, 0);
    assertThat(data(true, none, REPORTED).contenders().getFirst().costs())
        .containsOnlyKeys(
            "Commissions and fees",
            "Spread, slippage and impact",
            "Interest and borrow fees",
            "All costs",
            "Notional traded");
  }

  @Test
  void fundingIsNoInterest() {
    List<String> names = new ArrayList<>(REPORTED);
    names.add("funding");
    assertThat(data(true, null, names).contenders().getFirst().costs())
        .containsExactly(
            entry("Commissions and fees", 2.5),
            entry("Funding, less received", 4.0),
            entry("Interest and borrow fees", 11.0),
            entry("Notional traded", 400.0));
  }

  @Test
  void namesAreTextWhereverTheyStand() {
    String page = HtmlReport.of(data(true));
    assertThat(page).doesNotContain("<img", "onerror=alert(1)>'", "onerror=alert(1)>\"");
    assertThat(page).contains("&lt;img src=x onerror=alert(1)&gt;&#39;&quot;");
    assertThat(page).doesNotContain("innerHTML");
  }

  @Test
  void simulatedPricesAreCalledThatAndHaveNoDates() {
    String page = HtmlReport.of(data(true));
    assertThat(page)
        .contains("<span class=\"source\">SIMULATED</span>", "class=\"badge\"", "bar 30", "year 1")
        .doesNotContain("2021", "Jan 21")
        .satisfies(Marked::undated);
    String replayed = HtmlReport.of(data(false));
    assertThat(replayed)
        .contains("REPLAYED HISTORY", "5 Jan 2021", "<th>2021</th>")
        .doesNotContain("SIMULATED");
  }

  @Test
  void aSentenceSaysWhatWasShown() {
    ReportData data = data(false);
    assertThat(data.verdicts()).hasSize(1);
    assertThat(data.verdicts().getFirst())
        .startsWith(
            "The agent is worse than buy-and-hold: difference -68.3 % a year on the same paths, 95"
                + " %");
    assertThat(HtmlReport.of(data)).contains("drawn from the steps of the one path in blocks");
  }

  @Test
  void tablesHoldTheTradeAndTheDeepestFalls() {
    String page = HtmlReport.of(data(false));
    assertThat(page).contains("<td>bought</td><td>40</td><td>10.00</td><td>400</td>");
    assertThat(page).contains("Deepest drawdowns", "<td>not yet</td>", "Rolling Sharpe ratio");
  }

  @Test
  void everyChartIsReadSwitchedAndWidened() {
    ReportData data =
        new ReportBuilder(evaluation(null, REPORTED))
            .build(
                "run",
                List.of(
                    new ReportData.Curve(
                        7,
                        List.of(100L, 200L, 300L),
                        List.of(1.0, 2.0, 3.0),
                        List.of(150L),
                        List.of(1.5),
                        200)),
                new Provenance(false, "A"),
                "",
                Map.of(),
                List.of());
    String page = HtmlReport.of(data);
    List<String> charts = Arrays.stream(page.split("<svg class=\"chart\"")).skip(1).toList();
    assertThat(charts).hasSizeGreaterThan(6);
    assertThat(page.split("<div class=\"zoom\"><svg", -1)).hasSize(charts.size() + 1);
    for (String chart : charts) {
      assertThat(chart.split("</svg>")[0])
          .matches(drawn -> drawn.contains("data-values=") || drawn.contains("data-tip="));
    }
    // The last values known at 100, 200 and 300 steps.
    assertThat(page).contains("&quot;n&quot;:&quot;seed 7&quot;");
    assertThat(page.split("aria-pressed=\"true\">seed 7<", -1)).hasSize(2);
    assertThat(page.split("data-name=\"seed 7\"", -1)).hasSize(3);
    assertThat(page).contains("role=\"group\" aria-label=\"Scores with 95 % intervals\"");
  }

  @Test
  void monthsAreMeasuredFromTheLastValueOfTheMonthBefore() {
    double[] times = {
      Instant.parse("2021-01-30T00:00:00Z").toEpochMilli(),
      Instant.parse("2021-01-31T00:00:00Z").toEpochMilli(),
      Instant.parse("2021-02-01T00:00:00Z").toEpochMilli(),
      Instant.parse("2021-03-01T00:00:00Z").toEpochMilli()
    };
    Map<String, Double> months = Months.of(times, new double[] {100, 110, 99, 198});
    assertThat(months.keySet()).containsExactly("2021-01", "2021-02", "2021-03");
    assertThat(months.get("2021-01")).isCloseTo(0.1, within(1e-12));
    assertThat(months.get("2021-02")).isCloseTo(-0.1, within(1e-12));
    assertThat(months.get("2021-03")).isCloseTo(1.0, within(1e-12));
  }

  /** An axis of four trials has four marks; in between they would bear the same numbers. */
  @Test
  void numbersOfFewPointsStandOnceOnTheAxis() {
    List<Double> x = List.of(0.0, 1.0, 2.0, 3.0);
    String chart =
        new LineChart("Course", 200, x, at -> "trial " + Math.round(at), Text::number)
            .line("score", "agent", x)
            .html();
    for (int trial = 0; trial < 4; trial++) {
      assertThat(chart.split(">trial " + trial + "</text>", -1)).hasSize(2);
    }
  }

  @Test
  void returnsAreCountedInBinsAroundZero() {
    int[] counts = ReturnCharts.counts(new double[] {-0.31, -0.001, 0, 0.001, 0.30, 0.31}, 0.31);
    assertThat(counts).hasSize(31);
    assertThat(counts[0]).isEqualTo(1);
    assertThat(counts[15]).isEqualTo(3);
    assertThat(counts[30]).isEqualTo(2);
  }
}
