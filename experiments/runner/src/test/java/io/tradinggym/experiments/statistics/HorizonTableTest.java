package io.tradinggym.experiments.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HorizonTableTest {
  private static final double SMALL = 1e-12;

  /** Up by a tenth, down by a tenth, up by a tenth: two of three days won, every two days lost a hundredth. */
  @Test
  void windowsBeginAtEveryBar() {
    List<HorizonTable.Row> rows = HorizonTable.of(new double[] {100, 110, 99, 108.9}, 104).rows();
    assertThat(rows).extracting(HorizonTable.Row::name).containsExactly("week");
    assertThat(rows.getFirst().bars()).isEqualTo(2);
    assertThat(rows.getFirst().windows()).isEqualTo(2);
    assertThat(rows.getFirst().worst()).isCloseTo(-0.01, within(SMALL));
    assertThat(rows.getFirst().median()).isCloseTo(-0.01, within(SMALL));
    assertThat(rows.getFirst().losses()).isOne();
    HorizonTable.Row day =
        HorizonTable.of(new double[] {100, 110, 99, 108.9}, 252).rows().getFirst();
    assertThat(day.name()).isEqualTo("day");
    assertThat(day.windows()).isEqualTo(3);
    assertThat(day.worst()).isCloseTo(-0.1, within(SMALL));
    assertThat(day.median()).isCloseTo(0.1, within(SMALL));
    assertThat(day.losses()).isCloseTo(1 / 3.0, within(SMALL));
  }

  @Test
  void aHorizonAsLongAsTheEpisodeHasOneWindow() {
    double[] equity = new double[253];
    Arrays.setAll(equity, t -> 100 + t);
    List<HorizonTable.Row> rows = HorizonTable.of(equity, 252).rows();
    assertThat(rows.getLast().name()).isEqualTo("year");
    assertThat(rows.getLast().windows()).isOne();
    assertThat(rows.getLast().worst()).isCloseTo(2.52, within(SMALL));
    assertThat(HorizonTable.of(new double[] {100}, 252).rows()).isEmpty();
  }

  @Test
  void aWindowThatEndsWhereItBeganLostNothing() {
    HorizonTable.Row day = HorizonTable.of(new double[] {100, 100, 110}, 252).rows().getFirst();
    assertThat(day.losses()).isZero();
  }

  @Test
  void itIsPrintedInPerCent() {
    HorizonTable table =
        new HorizonTable(
            List.of(new HorizonTable.Row("week", 5, 248, -.123, -.045, .006, .078, .42)));
    StringWriter text = new StringWriter();
    table.print(new PrintWriter(text, true));
    assertThat(text.toString().lines())
        .containsExactly(
            "",
            "horizon       bars  windows     worst       5 %    median      95 %      lost",
            "week             5      248    -12.3%     -4.5%      0.6%      7.8%       42%",
            "");
  }
}
