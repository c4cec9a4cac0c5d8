package io.tradinggym.data.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.data.series.PriceBars;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our columns beside ta4j's indicators of the same formula; where seeds differ, after they have been forgotten. */
class Ta4jOracleTest {
  private static final int BARS = 700;
  private static final int FORGOTTEN = 600;
  private final PriceBars bars = RandomBars.lively(3, BARS);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "sma(20); SMA(20)",
        "ema(20); EMA(20)",
        "wma(14); WMA(14)",
        "hma(9); HMA(9)",
        "dema(10); DoubleEMA(10)",
        "tema(10); TripleEMA(10)",
        "kama(10,2,30); KAMA(10,2,30)",
        "rma(14); MMA(14)",
        "rsi(14); RSI(14)",
        "cci(20); CCI(20)",
        "cmo(14); CMO(14)",
        "aroonUp(25); AroonUp(25)",
        "aroonDown(25); AroonDown(25)",
        "aroon(25); AroonOscillator(25)",
        "roc(10); ROC(10)",
        "macd(12,26); MACD(12,26)",
        "ppo(12,26); PPO(12,26)",
        "adx(14); ADX(14)",
        "plusDi(14); PlusDI(14)",
        "minusDi(14); MinusDI(14)",
        "atr(14); ATR(14)",
        "stochK(14,1); StochasticOscillatorK(14)",
        "williams(14); WilliamsR(14)",
        "awesome(5,34); AwesomeOscillator(MedianPrice,5,34)",
        "ulcer(14); UlcerIndex(14)",
        "choppiness(14); Chop(14,100)",
        "cmf(20); ChaikinMoneyFlow(20)",
        "chaikin(3,10); ChaikinOscillator(3,10)",
        "mfi(14); MoneyFlowIndex(14)",
        "ichimokuBase(26); IchimokuKijunSen(26)",
        "zlema(20); ZLEMA(20)",
        "vwma(20); VWMA(20)"
      })
  void agrees(String ours, String theirs) {
    FeatureColumns columns =
        new FeatureColumns(Catalog.standard().parse(ours + ", ta4j:" + theirs));
    columns.compute(bars);
    for (int bar = FORGOTTEN; bar < BARS; bar++) {
      double expected = columns.value(1, bar);
      assertThat(columns.value(0, bar))
          .as("%s at bar %d", ours, bar)
          .isCloseTo(expected, within(1e-7 * Math.max(1, Math.abs(expected))));
    }
  }

  @Test
  void anythingElseIsReachedByName() {
    List<NamedFeature> features =
        Catalog.standard()
            .parse(
                "ta4j:ParabolicSar, ta4j:SuperTrend(10,3),"
                    + " ta4j:EMA(RSI(14),9),ta4j:BollingerBandsUpper(BollingerBandsMiddle(SMA(20)),StandardDeviation(20)),"
                    + " ta4j:Doji(10,0.03)");
    FeatureColumns columns = new FeatureColumns(features);
    columns.compute(bars);
    for (int feature = 0; feature < features.size(); feature++) {
      assertThat(columns.value(feature, BARS - 1)).isFinite();
    }
    assertThat(columns.value(4, BARS - 1)).as("a flag").isIn(0.0, 1.0);
  }

  @Test
  void whatTa4jDoesNotHaveIsNamed() {
    assertThatThrownBy(() -> new FeatureColumns(Catalog.standard().parse("ta4j:Nonsense(3)")))
        .hasMessageContaining("no indicator \"Nonsense\"");
    assertThatThrownBy(() -> new FeatureColumns(Catalog.standard().parse("ta4j:RSI(1,2,3)")))
        .hasMessageContaining("cannot be made of [1, 2, 3]");
  }
}
