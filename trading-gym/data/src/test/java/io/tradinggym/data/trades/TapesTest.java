package io.tradinggym.data.trades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.data.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

class TapesTest {
  private static final double EXACT = 1e-9;

  private static double[] column(List<String[]> rows, int at) {
    return rows.stream().skip(1).mapToDouble(row -> Double.parseDouble(row[at])).toArray();
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "TRADING_GYM_DATA", matches = ".+")
  void tradesOfARealMorning() {
    List<String[]> rows = Files.rows("l2/btcusdt-trades_20210108.csv.gz");
    int[] sides = rows.stream().skip(1).mapToInt(row -> row[4].equals("True") ? -1 : 1).toArray();
    TradeTape tape = new TradeTape(column(rows, 2), column(rows, 3), sides);

    assertThat(tape.volume()).isCloseTo(87.071596, within(EXACT));
    assertThat(tape.buyerShare()).isCloseTo(0.5220753964, within(EXACT));
    assertThat(tape.vpin(1.74143192, 10)).isCloseTo(0.7454711775, within(EXACT));
    assertThat(tape.vpin(1.74143192, 50)).isCloseTo(0.6378264875, within(EXACT));
    TradeTape.Impact impact = tape.impact(20);
    assertThat(impact.lambda()).isCloseTo(1.751016766, within(EXACT));
    assertThat(impact.rSquared()).isCloseTo(0.08526833914, within(EXACT));
    int[] ticks = tape.tickRule();
    int right = 0;
    int judged = 0;
    for (int i = 0; i < ticks.length; i++) {
      judged += ticks[i] == 0 ? 0 : 1;
      right += ticks[i] == sides[i] ? 1 : 0;
    }
    assertThat((double) right / judged).isCloseTo(0.893, within(0.001));
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "TRADING_GYM_DATA", matches = ".+")
  void quotesOfARealMorning() {
    List<String[]> rows = Files.rows("l2/btcusdt-quotes_20210108.csv.gz");
    QuoteTape tape =
        new QuoteTape(column(rows, 5), column(rows, 4), column(rows, 3), column(rows, 2));
    assertThat(tape.orderFlow(1, tape.size())).isCloseTo(-8.770353, within(EXACT));
    assertThat(tape.orderFlow(1, 11)).isCloseTo(1.344831, within(EXACT));
    assertThat(tape.orderFlow(tape.size() - 100, tape.size())).isCloseTo(-18.5637, within(EXACT));
  }

  @Test
  void bucketsSplitTradesAtTheirEdges() {
    TradeTape tape =
        new TradeTape(new double[] {10, 11, 10}, new double[] {3, 5, 1}, new int[] {1, -1, 1});
    assertThat(tape.bucketImbalances(2)).containsExactly(1, 0, 1, 1);
    assertThat(tape.volumeProfile(10, 0.5, 2)).containsExactly(4, 5);
    assertThatThrownBy(() -> tape.vpin(2, 5))
        .hasMessageContaining("buckets must be in 1 .. 4, was 5");
    assertThatThrownBy(() -> tape.impact(0))
        .hasMessage("there must be at least four groups of >= 1 trades, group was 0 of 3");
  }

  @Test
  void theMicropriceLeansToTheThinSide() {
    QuoteTape tape =
        new QuoteTape(new double[] {99}, new double[] {3}, new double[] {101}, new double[] {1});
    assertThat(tape.imbalance(0)).isEqualTo(0.5);
    assertThat(tape.microprice(0)).isEqualTo((99 * 1 + 101 * 3) / 4.0);
    assertThatThrownBy(
            () ->
                new QuoteTape(
                    new double[] {2}, new double[] {1}, new double[] {1}, new double[] {1}))
        .hasMessageContaining("quote 0 must have 0 < bid <= ask");
  }
}
