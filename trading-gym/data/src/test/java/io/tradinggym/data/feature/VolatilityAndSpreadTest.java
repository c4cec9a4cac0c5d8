package io.tradinggym.data.feature;

import static org.assertj.core.api.Assertions.within;

import io.tradinggym.data.Files;
import io.tradinggym.data.series.Sources;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Volatility and trading costs of SPY, and two features with other assets, against numbers computed elsewhere. */
@EnabledIfEnvironmentVariable(named = "TRADING_GYM_DATA", matches = ".+")
class VolatilityAndSpreadTest {
  private static final int[] BARS = {252, 2463, 4526};
  private static final Map<String, String> FEATURES =
      Map.of(
          "Parkinson_20", "parkinson(20)",
          "GarmanKlass_20", "garmanKlass(20)",
          "RogersSatchell_20", "rogersSatchell(20)",
          "YangZhang_20", "yangZhang(20)",
          "Roll_20", "roll(20)",
          "CorwinSchultz_20_adj_floor0", "corwinSchultz(20)",
          "Amihud_20_e9", "amihud(20)",
          "Kyle_daily_20_e9", "kyle(20)",
          "corr_SPY_TLT_20", "correlation(TLT,20)",
          "up_share_10", "upShare(10)");

  private final SoftAssertions softly = new SoftAssertions();

  @Test
  void matchesTheReference() {
    Map<String, String[]> expected =
        Files.resource("spy-volatility-and-spread.csv").stream()
            .skip(1)
            .collect(java.util.stream.Collectors.toMap(row -> row[0], row -> row));
    Sources sources = Sources.NONE.with("TLT", Files.daily("daily_us/TLT.csv").closes());
    FEATURES.forEach(
        (name, text) -> check(Objects.requireNonNull(expected.get(name)), text, "SPY", sources));
    softly.assertAll();
  }

  @Test
  void betaOfOneAssetOnAnother() {
    String[] row =
        Files.resource("spy-volatility-and-spread.csv").stream()
            .filter(each -> each[0].equals("beta_QQQ_on_SPY_60"))
            .findFirst()
            .orElseThrow();
    Sources sources = Sources.NONE.with("SPY", Files.daily("daily_us/SPY.csv").closes());
    check(row, "beta(SPY,60)", "QQQ", sources);
    softly.assertAll();
  }

  private void check(String[] row, String text, String ticker, Sources sources) {
    List<NamedFeature> features = Catalog.standard().parse(text);
    FeatureColumns columns = new FeatureColumns(features, sources);
    columns.compute(Files.daily("daily_us/" + ticker + ".csv"));
    for (int i = 0; i < BARS.length; i++) {
      double expected = Double.parseDouble(row[1 + i]);
      softly
          .assertThat(columns.value(0, BARS[i]))
          .as("%s at bar %d", text, BARS[i])
          .isCloseTo(expected, within(1e-9 * Math.abs(expected) + 1e-300));
    }
  }
}
