package io.tradinggym.data.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.tradinggym.data.Files;
import io.tradinggym.data.series.PriceBars;
import io.tradinggym.data.series.ReleaseRule;
import io.tradinggym.data.series.Sources;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The signal system's features on SPY against numbers computed twice elsewhere: at three dates, first bar, ones. */
@EnabledIfEnvironmentVariable(named = "TRADING_GYM_DATA", matches = ".+")
class SignalSystemFeaturesTest {
  private static final int[] BARS = {252, 2463, 4526};
  private static final Set<String> LABELS = Set.of("target_3d", "target_magnitude");
  private static final double RELATIVE_PERCENT = 1e-7;

  private final PriceBars spy = Files.daily("daily_us/SPY.csv");
  private final FeatureColumns columns =
      new FeatureColumns(Catalog.standard().parse("s0, s0macro"), macro(1));

  /** FRED's series, known in the morning so many days after their date. */
  static Sources macro(int days) {
    return Sources.NONE
        .with("VIXCLS", Files.observations("macro/VIX_daily_to_2022.csv", 4, days, 8))
        .with("DGS10", Files.observations("macro/DGS10_to_2022.csv", 1, days, 8))
        .with("DGS2", Files.observations("macro/DGS2_to_2022.csv", 1, days, 8))
        .with("DFF", Files.observations("macro/DFF_to_2022.csv", 1, days, 8))
        .with("T10YIE", Files.observations("macro/T10YIE_to_2022.csv", 1, days, 8));
  }

  @TestFactory
  List<DynamicTest> valuesFirstBarAndOnes() {
    columns.compute(spy);
    return Files.resource("spy-signal-system.csv").stream()
        .skip(1)
        .filter(row -> !LABELS.contains(row[0]))
        .map(row -> DynamicTest.dynamicTest(row[0], () -> check(row)))
        .toList();
  }

  private void check(String[] row) {
    int feature = columns.index(row[0]);
    assertThat(columns.first(feature)).as("first bar").isEqualTo(Integer.parseInt(row[1]));
    for (int i = 0; i < BARS.length; i++) {
      double expected = Double.parseDouble(row[2 + i]);
      double value = columns.value(feature, BARS[i]);
      if (expected == 0 || !row[5].isBlank()) {
        assertThat(value)
            .as("bar %d", BARS[i])
            .isEqualTo(expected, org.assertj.core.api.Assertions.within(1e-12));
      } else {
        assertThat(value)
            .as("bar %d", BARS[i])
            .isCloseTo(expected, withinPercentage(RELATIVE_PERCENT));
      }
    }
    if (!row[5].isBlank()) {
      long ones = 0;
      for (int bar = columns.first(feature); bar < spy.size(); bar++) {
        ones += columns.value(feature, bar) == 1 ? 1 : 0;
      }
      assertThat(ones).as("ones").isEqualTo(Long.parseLong(row[5]));
    }
  }

  @Test
  void theCurveThatFredReallyShowsIsOneDayOlder() {
    FeatureColumns late =
        new FeatureColumns(
            Catalog.standard().parse("yield_curve_slope"),
            Sources.NONE
                .with(
                    "DGS10",
                    Files.released("macro/DGS10_to_2022.csv", 1, ReleaseRule.NEXT_BUSINESS_EVENING))
                .with(
                    "DGS2",
                    Files.released(
                        "macro/DGS2_to_2022.csv", 1, ReleaseRule.NEXT_BUSINESS_EVENING)));
    late.compute(spy);
    double[] expected = {-0.01, 1.86, -0.53};
    for (int i = 0; i < BARS.length; i++) {
      assertThat(late.value(0, BARS[i])).isCloseTo(expected[i], withinPercentage(1e-7));
    }
  }

  @Test
  void bullFlagsOfOtherTickers() {
    assertThat(flags("NVDA")).isEqualTo(15);
    assertThat(flags("TSLA")).isEqualTo(11);
    assertThat(flags("AMD")).isEqualTo(6);
    assertThat(flags("AAPL")).isEqualTo(6);
  }

  private static long flags(String ticker) {
    FeatureColumns flag = new FeatureColumns(Catalog.standard().parse("bull_flag_setup"));
    PriceBars bars = Files.daily("daily_us/" + ticker + ".csv");
    flag.compute(bars);
    long ones = 0;
    for (int bar = flag.first(0); bar < bars.size(); bar++) {
      ones += flag.value(0, bar) == 1 ? 1 : 0;
    }
    return ones;
  }

  @Test
  void anAverageFromTheFirstPriceIsAnother() {
    FeatureColumns both = new FeatureColumns(Catalog.standard().parse("ema(200), ema(200,first)"));
    both.compute(spy);
    assertThat(both.value(1, 252)).isCloseTo(83.4520220, withinPercentage(1e-6));
    assertThat(both.value(1, 2463) / both.value(0, 2463) - 1)
        .isCloseTo(0, org.assertj.core.api.Assertions.within(1e-10));
  }
}
