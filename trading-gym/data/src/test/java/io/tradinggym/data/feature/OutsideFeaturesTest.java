package io.tradinggym.data.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.data.series.KnownSeries;
import io.tradinggym.data.series.PriceBars;
import io.tradinggym.data.series.Sources;
import org.junit.jupiter.api.Test;

class OutsideFeaturesTest {
  private static final double[][] PHI = {
    {0, 0.5},
    {1, 0.8413447460685429},
    {-1.96, 0.024997895148220435},
    {3, 0.9986501019683699},
    {-5, 2.866515718791939e-7}
  };
  private final PriceBars bars = RandomBars.walk(1, 120);

  private double[] values(String feature, Sources sources) {
    FeatureColumns columns = new FeatureColumns(Catalog.standard().parse(feature), sources);
    columns.compute(bars);
    double[] values = new double[bars.size()];
    for (int bar = 0; bar < values.length; bar++) {
      values[bar] = columns.value(0, bar);
    }
    return values;
  }

  private KnownSeries known(int bar, double value) {
    long[] at = {bars.closeTime(bar)};
    return KnownSeries.of(at, at, new double[] {value});
  }

  @Test
  void theNormalLawIsThatOfTables() {
    for (double[] row : PHI) {
      assertThat(NormalLaw.cumulative(row[0])).isCloseTo(row[1], within(1e-15));
    }
  }

  /** The definition, straight. */
  @Test
  void vpinByBulkClassification() {
    double[] vpin = values("vpin(10)", Sources.NONE);
    int bar = 77;
    double imbalance = 0;
    double volume = 0;
    for (int t = bar - 9; t <= bar; t++) {
      double mean = 0;
      for (int i = t - 9; i <= t; i++) {
        mean += Math.log(bars.close(i) / bars.close(i - 1)) / 10;
      }
      double squares = 0;
      for (int i = t - 9; i <= t; i++) {
        double gap = Math.log(bars.close(i) / bars.close(i - 1)) - mean;
        squares += gap * gap / 9;
      }
      double z = Math.log(bars.close(t) / bars.close(t - 1)) / Math.sqrt(squares);
      imbalance += bars.volume(t) * Math.abs(2 * NormalLaw.cumulative(z) - 1);
      volume += bars.volume(t);
    }
    assertThat(vpin[bar]).isCloseTo(imbalance / volume, within(1e-12)).isBetween(0.0, 1.0);
  }

  @Test
  void thePointOfControlIsWhereMostWasTraded() {
    PriceBars three = new PriceBars();
    three.append(1, 10, 10, 10, 10, 5);
    three.append(2, 14, 14, 14, 14, 1);
    three.append(3, 12, 12, 12, 12, 7);
    FeatureColumns columns = new FeatureColumns(Catalog.standard().parse("pocDistance(3,4)"));
    columns.compute(three);
    assertThat(columns.value(0, 2))
        .as("the third of four bins between 10 and 14 has its middle at 12.5")
        .isCloseTo(100 * (12 / 12.5 - 1), within(1e-12));
  }

  @Test
  void daysToEarningsCountDownOnceTheyAreAnnounced() {
    double day = 12_000;
    Sources sources = Sources.NONE.with("days_to_earnings", known(10, day + 30));
    double[] days = values("days_to_earnings", sources);
    assertThat(days[9]).isNaN();
    assertThat(days[10]).isEqualTo(20);
    assertThat(days[30]).isZero();
    assertThat(days[31]).as("past, and no other is known").isEqualTo(-1);
  }

  @Test
  void unitsAreThoseThatAreListed() {
    assertThat(values("ivAtm", Sources.NONE.with("iv_atm", known(5, 0.2)))[5]).isEqualTo(20);
    assertThat(values("fundingRate", Sources.NONE.with("funding", known(5, 1e-4)))[9])
        .isEqualTo(0.01);
    assertThat(values("microprice", Sources.NONE.with("microprice", known(5, 1e-5)))[9])
        .isCloseTo(0.1, within(1e-15));
    double[] basis = values("basis", Sources.NONE.with("spot", known(5, 50)));
    assertThat(basis[7]).isCloseTo(100 * (bars.close(7) / 50 - 1), within(1e-12));
    double[] other = values("ivAtm(QQQ_IV)", Sources.NONE.with("QQQ_IV", known(0, 0.3)));
    assertThat(other[0]).isEqualTo(30);
  }

  @Test
  void orderFlowIsThatOfTheBar() {
    long[] at = {bars.closeTime(3), bars.closeTime(4), bars.closeTime(6)};
    KnownSeries flow = KnownSeries.of(at, at, new double[] {5, 8, 2});
    double[] values = values("orderFlowImbalance", Sources.NONE.with("order_flow", flow));
    assertThat(values[3]).as("what was before is not known").isNaN();
    assertThat(values[4]).isEqualTo(3);
    assertThat(values[5]).isZero();
    assertThat(values[6]).isEqualTo(-6);
  }
}
